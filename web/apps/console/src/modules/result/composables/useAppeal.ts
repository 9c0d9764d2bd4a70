import { ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import type { Result, Subject } from '../types.ts';

/** Asking for a review of one subject of somebody's result. */
export function useAppeal() {
  const about = ref<Result | null>(null);
  const { refusal, busy, act } = useAct();

  function ask(result: Result): void {
    refusal.value = null;
    about.value = result;
  }

  /** True when the review is asked for. */
  async function appeal(subject: Subject, reason: string): Promise<boolean> {
    if (about.value === null) {
      return false;
    }
    const body = { ...about.value.key, subject, reason };
    return (await act(() => answer(api.POST('/api/result/reviews', { body })))) !== null;
  }

  return { about, refusal, busy, ask, appeal };
}
