import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { Refusal, type Invigilator, type Node, type Seat } from '../node.ts';
import { browserTimers, repeat, type Timers } from '../repeat.ts';
import { drift, inSeatOrder } from '../seats.ts';
import { createSilence } from '../silence.ts';
import { problemText } from '../words.ts';

const EVERY_MS = 2000;
const ALL = '';

export interface Means {
  timers?: Timers;
  /** Milliseconds that only go forward, whatever is done to the machine's clock. */
  clock?: () => number;
}

/** The seats of the room as the node tells them every two seconds, and how old that is. */
export function useBoard(node: Node, me: Invigilator, ended: () => void, means: Means = {}) {
  const { timers = browserTimers, clock = () => performance.now() } = means;
  const room = ref(me.rooms[0] ?? ALL);
  const seats = shallowRef<Seat[]>([]);
  const seen = ref<{ at: number; nodeTime: number } | null>(null);
  const lost = ref<'no' | 'unreachable' | 'refused'>('no');
  const reason = ref('');
  const tick = ref(clock());
  const heed = createSilence(clock);

  async function look(): Promise<void> {
    const asked = room.value;
    try {
      const rooms = asked === ALL ? me.rooms : [asked];
      const answer = inSeatOrder(heed(await node.seats(rooms)), rooms);
      const nodeTime = Date.parse(await node.now());
      // Somebody chose another room while the answer was on its way.
      if (asked === room.value) {
        seats.value = answer;
        seen.value = { at: clock(), nodeTime };
        tick.value = clock();
        lost.value = 'no';
      }
    } catch (problem) {
      if (problem instanceof Refusal && problem.code === 'invigilation.not-signed-in') {
        stop();
        ended();
      } else {
        lost.value = problem instanceof Refusal ? 'refused' : 'unreachable';
        reason.value = problemText(problem);
      }
    }
  }

  const looking = repeat(look, EVERY_MS, timers);
  const ticking = repeat(async () => void (tick.value = clock()), 1000, timers);

  function stop(): void {
    looking.stop();
    ticking.stop();
  }

  function enter(other: string): void {
    room.value = other;
    seats.value = [];
    seen.value = null;
    looking.now();
  }

  looking.start();
  ticking.start();
  onScopeDispose(stop);

  const aged = computed(() => (seen.value === null ? 0 : drift(seen.value.at, tick.value, lost.value !== 'no')));
  const nodeNow = computed(() => (seen.value === null ? null : seen.value.nodeTime + tick.value - seen.value.at));
  return { room, seats, seen, lost, reason, aged, nodeNow, enter, refresh: () => looking.now(), stop };
}
