import { ref, type Ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import type { ResultPlan } from '../types.ts';

/** Approving a sheet: the very one that somebody was shown, whatever comes meanwhile. */
export function useApproval(plan: Ref<ResultPlan | null>, changed: () => Promise<void>) {
  const { refusal, busy, act } = useAct();
  const shown = ref<ResultPlan | null>(null);

  function ask(): void {
    refusal.value = null;
    shown.value = plan.value;
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

  return { shown, refusal, busy, ask, approve };
}
