import { answer, api } from '../../../api/client.ts';
import { useList } from '../../../shell/useList.ts';

/** What invigilators wrote down about candidates of a plan. */
export function useIncidents(plan: () => string) {
  return useList((query) => answer(api.GET('/api/script/plans/{plan}/incidents', { params: { path: { plan: plan() }, query } })));
}
