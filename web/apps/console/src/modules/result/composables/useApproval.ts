import { ref, type Ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import type { Result, ResultPlan } from '../types.ts';

/** As many as can be read before one puts one's name to them; the others stand in the list. */
const MOST_LOST = 50;

/** Approving a sheet: the very one that somebody was shown, whatever comes meanwhile. */
export function useApproval(plan: Ref<ResultPlan | null>, changed: () => Promise<void>) {
  const { refusal, busy, act } = useAct();
  const shown = ref<ResultPlan | null>(null);
  /** Who has no score by the body's word: it is read with the numbers. */
  const lost = ref<Result[]>([]);

  /** True when there is everything to look at. */
  async function ask(): Promise<boolean> {
    shown.value = null;
    const about = plan.value;
    if (about === null) {
      return false;
    }
    const params = { path: { plan: about.plan.code }, query: { status: 'LOST' as const, limit: MOST_LOST } };
    const found = about.lost ? await act(() => answer(api.GET('/api/result/plans/{plan}/results', { params }))) : { items: [] };
    lost.value = found?.items ?? [];
    shown.value = found && about;
    return found !== null;
  }

  /** True when it is approved. */
  async function approve(): Promise<boolean> {
    if (shown.value === null) {
      return false;
    }
    const { plan: about, version, digest } = shown.value;
    const params = { path: { plan: about.code } };
    const body = { version, digest: digest ?? '' };
    const approved = await act(() => answer(api.POST('/api/result/plans/{plan}/approvals', { params, body })));
    await changed();
    return approved !== null;
  }

  return { shown, lost, refusal, busy, ask, approve };
}
