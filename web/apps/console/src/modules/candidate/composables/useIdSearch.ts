import { flawOf, plainNumber } from '@onex/client';
import { ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import type { Candidate } from '../types.ts';

export type NotFound = 'length' | 'check' | 'nobody';

/** Looks for one person by the whole ID number; it travels in the body and never stands in an address. */
export function useIdSearch() {
  const { refusal, busy, act } = useAct();
  const missed = ref<NotFound | null>(null);

  /** Whoever it is, or null when there is no such person; why stands in missed. */
  async function search(typed: string): Promise<Candidate | null> {
    missed.value = flawOf(typed);
    if (missed.value !== null) {
      return null;
    }
    const found = await act(() => answer(api.POST('/api/candidate/searches', { body: { idNumber: plainNumber(typed) } })));
    missed.value = found?.length === 0 ? 'nobody' : null;
    return found?.[0] ?? null;
  }

  const forget = (): void => {
    missed.value = null;
    refusal.value = null;
  };

  return { refusal, busy, missed, search, forget };
}
