import { computed, watch } from 'vue';
import { hasEnded } from '../jobs.ts';
import { useAct } from '../useAct.ts';
import { useAsk } from '../useAsk.ts';
import { usePolling } from '../usePolling.ts';
import type { IntakeApi } from './kind.ts';

/** Where an import is, for people: at work, waiting for a decision, stopped halfway, or done. */
export type Phase = 'reading' | 'unread' | 'looking' | 'entering' | 'halfway' | 'entered';

/** One import by its id, asked again while background work runs, and entering its rows. */
export function useIntake(api: IntakeApi, id: () => string) {
  const asked = useAsk(() => api.get(id()));
  const { refusal, busy, act } = useAct();
  watch(id, () => void asked.load(), { immediate: true });

  const phase = computed<Phase | null>(() => {
    const found = asked.data.value;
    if (found === null) {
      return null;
    }
    const ended = found.job !== null && hasEnded(found.job) && found.job.state !== 'DONE';
    const phases = {
      READING: ended ? 'unread' : 'reading',
      FAILED: 'unread',
      READ: 'looking',
      ENTERING: ended ? 'halfway' : 'entering',
      ENTERED: 'entered',
    } as const;
    return phases[found.state];
  });
  usePolling(asked.load, () => phase.value === 'reading' || phase.value === 'entering');

  /** True when it has begun. */
  async function enter(): Promise<boolean> {
    const begun = await act(() => api.enter(id()));
    if (begun !== null) {
      asked.data.value = begun;
    }
    return begun !== null;
  }

  return { ...asked, phase, refusal, busy, enter };
}
