import { machineClock } from './clock.ts';
import { Node } from './node.ts';
import { Sitting } from './sitting.ts';

/** `crypto.randomUUID` is not there on plain http; these are enough bits for a window. */
function windowId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

/** The one sitting of this window, connected to what the browser notices. */
export function useSitting(): Sitting {
  const sitting = new Sitting({
    node: new Node((...request) => fetch(...request), machineClock),
    clock: machineClock,
    factory: indexedDB,
    channel: 'BroadcastChannel' in window ? new BroadcastChannel('onex-exam') : null,
    random: Math.random,
    owner: windowId(),
    pocket: sessionStorage,
  });
  let focused = true;

  function look(): void {
    const now = document.visibilityState === 'visible' && document.hasFocus();
    if (now !== focused) {
      focused = now;
      sitting.exam?.notice(now ? 'FOCUS_REGAINED' : 'FOCUS_LOST');
    }
  }

  function goingAway(): void {
    sitting.exam?.keepDrafts();
    sitting.exam?.beats.nudge();
  }

  /** Asks before the page goes only while something is not in the journal yet: that would be lost. */
  function leaving(event: BeforeUnloadEvent): void {
    sitting.exam?.keepDrafts();
    if (sitting.shown.phase === 'exam' && sitting.shown.writing > 0) {
      event.preventDefault();
    }
  }

  window.addEventListener('beforeunload', leaving);
  window.addEventListener('blur', look);
  window.addEventListener('focus', look);
  window.addEventListener('pagehide', goingAway);
  window.addEventListener('pageshow', (event) => event.persisted && sitting.wake());
  window.addEventListener('online', () => sitting.wake());
  document.addEventListener('visibilitychange', () => {
    look();
    if (document.visibilityState === 'hidden') {
      goingAway();
    } else {
      sitting.wake();
    }
  });
  void sitting.open();
  return sitting;
}
