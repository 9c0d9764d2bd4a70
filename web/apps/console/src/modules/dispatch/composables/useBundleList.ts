import { answer, api } from '../../../api/client.ts';
import { useList } from '../../../shell/useList.ts';
import { useRefreshing } from '../../../shell/useRefreshing.ts';

/** The bundles of a plan, one per site and slot, asked again and again: servers fetch them whenever they like. */
export function useBundleList(plan: () => string) {
  const list = useList((query) => answer(api.GET('/api/dispatch/plans/{plan}/bundles', { params: { path: { plan: plan() }, query } })));
  useRefreshing(list);
  return list;
}
