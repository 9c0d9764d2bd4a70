import { asProblem, type ApiProblem } from '@onex/client';
import { ref } from 'vue';

/** Questions of which only the latest counts: of one that was forgotten or overtaken neither answer nor refusal is heard. */
export function useLatest() {
  const refusal = ref<ApiProblem | null>(null);
  const busy = ref(false);
  let running = new AbortController();

  function forget(): void {
    running.abort();
    refusal.value = null;
    busy.value = false;
  }

  /** Asks; the answer is kept, and true is said, only if somebody still waits for it. */
  async function act<T>(asking: (signal: AbortSignal) => Promise<T>, keep: (answered: T) => void): Promise<boolean> {
    forget();
    const { signal } = (running = new AbortController());
    busy.value = true;
    try {
      const answered = await asking(signal);
      if (!signal.aborted) {
        keep(answered);
      }
      return !signal.aborted;
    } catch (error) {
      if (!signal.aborted) {
        refusal.value = asProblem(error);
      }
      return false;
    } finally {
      // A question that was overtaken must not say that its successor has come to an end.
      if (!signal.aborted) {
        busy.value = false;
      }
    }
  }

  return { refusal, busy, act, forget };
}
