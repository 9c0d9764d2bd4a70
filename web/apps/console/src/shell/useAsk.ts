import { ref, type Ref } from 'vue';
import { asProblem, type ApiProblem } from '../api/problem.ts';

/** One question to the server with its three faces: waiting, answered, refused. An overtaken answer is dropped. */
export function useAsk<T>(ask: () => Promise<T>): {
  data: Ref<T | null>;
  problem: Ref<ApiProblem | null>;
  waiting: Ref<boolean>;
  load: () => Promise<void>;
} {
  const data = ref<T | null>(null) as Ref<T | null>;
  const problem = ref<ApiProblem | null>(null);
  const waiting = ref(false);
  let turn = 0;

  async function load(): Promise<void> {
    const mine = ++turn;
    waiting.value = true;
    try {
      const answered = await ask();
      if (mine === turn) {
        data.value = answered;
        problem.value = null;
      }
    } catch (error) {
      if (mine === turn) {
        problem.value = asProblem(error);
      }
    } finally {
      if (mine === turn) {
        waiting.value = false;
      }
    }
  }

  return { data, problem, waiting, load };
}
