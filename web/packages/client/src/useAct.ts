import { ref } from 'vue';
import { asProblem, type ApiProblem } from './problem.ts';

/** Acts that change something, one at a time: busy meanwhile, and the refusal when there was one. */
export function useAct() {
  const refusal = ref<ApiProblem | null>(null);
  const busy = ref(false);

  /** What came of it, or null when it was refused. */
  async function act<T>(doing: () => Promise<T>): Promise<T | null> {
    busy.value = true;
    refusal.value = null;
    try {
      return await doing();
    } catch (error) {
      refusal.value = asProblem(error);
      return null;
    } finally {
      busy.value = false;
    }
  }

  return { refusal, busy, act };
}
