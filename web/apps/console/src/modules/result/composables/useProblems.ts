import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useList } from '../../../shell/useList.ts';

const LIMIT = 100;

/** What keeps the results of a plan from being approved, and settling what nobody can bring back any more. */
export function useProblems(plan: () => string) {
  const list = useList((wanted) => {
    const params = { path: { plan: plan() }, query: { ...wanted, limit: LIMIT } };
    return answer(api.GET('/api/result/plans/{plan}/problems', { params }));
  });
  const { refusal, busy, act } = useAct();

  /** Says that nothing will come of these scripts, if need be although they were handed in; true when that is settled. */
  async function lose(scripts: string[], reason: string, despite: boolean): Promise<boolean> {
    const params = { path: { plan: plan() } };
    return (await act(() => api.POST('/api/result/plans/{plan}/losses', { params, body: { scripts, reason, despite } }))) !== null;
  }

  return { list, refusal, busy, lose };
}
