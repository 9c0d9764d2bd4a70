import { answer, api } from '../../../api/client.ts';
import { useList } from '../../../shell/useList.ts';

const LIMIT = 100;

/** What keeps the results of a plan from being approved. */
export function useProblems(plan: () => string) {
  return useList((wanted) => {
    const params = { path: { plan: plan() }, query: { ...wanted, limit: LIMIT } };
    return answer(api.GET('/api/result/plans/{plan}/problems', { params }));
  });
}
