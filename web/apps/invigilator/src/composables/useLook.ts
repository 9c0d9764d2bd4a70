import { onScopeDispose, ref, shallowRef } from 'vue';
import { browserTimers, repeat, type Timers } from '../repeat.ts';
import { problemText } from '../words.ts';

const EVERY_MS = 5000;

/** Asks the node for something again and again while a page shows it; the last answer stays while the node is away. */
export function useLook<T>(ask: () => Promise<T>, timers: Timers = browserTimers) {
  const seen = shallowRef<T | null>(null);
  const problem = ref('');

  const looking = repeat(
    async () => {
      try {
        seen.value = await ask();
        problem.value = '';
      } catch (failure) {
        problem.value = problemText(failure);
      }
    },
    EVERY_MS,
    timers,
  );

  looking.start();
  onScopeDispose(() => looking.stop());
  return { seen, problem, refresh: () => looking.now() };
}
