import { onScopeDispose, watch } from 'vue';

const FIRST = 1_000;
const LONGEST = 5_000;
const SLOWER = 1.4;

/** Asks again while something runs: after a second at first, then less and less often, and not while nobody looks at the page. */
export function usePolling(ask: () => Promise<void>, isRunning: () => boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST;
  let left = false;

  function plan(): void {
    clearTimeout(timer);
    if (!left && isRunning()) {
      timer = setTimeout(() => void step(), pause);
    }
  }

  async function step(): Promise<void> {
    if (!document.hidden) {
      await ask();
      pause = Math.min(pause * SLOWER, LONGEST);
    }
    plan();
  }

  watch(
    isRunning,
    () => {
      pause = FIRST;
      plan();
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    left = true;
    clearTimeout(timer);
  });
}
