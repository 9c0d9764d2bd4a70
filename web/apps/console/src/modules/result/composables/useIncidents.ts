import { ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useList } from '../../../shell/useList.ts';
import type { Finding, Incident } from '../types.ts';

/** What invigilators wrote down about candidates of a plan, and ruling on it. */
export function useIncidents(plan: () => string) {
  const list = useList((query) => answer(api.GET('/api/result/plans/{plan}/incidents', { params: { path: { plan: plan() }, query } })));
  const incident = ref<Incident | null>(null);
  const { refusal, busy, act } = useAct();

  function ask(about: Incident): void {
    refusal.value = null;
    incident.value = about;
  }

  /** True when it is ruled. */
  async function rule(finding: Finding, reason: string): Promise<boolean> {
    const params = { path: { plan: plan(), incident: incident.value?.incident ?? '' } };
    const path = '/api/result/plans/{plan}/incidents/{incident}/ruling';
    return (await act(() => api.PUT(path, { params, body: { finding, reason } }))) !== null;
  }

  return { list, incident, refusal, busy, ask, rule };
}
