import { answer, api } from '../../../api/client.ts';
import { useList } from '../../../shell/useList.ts';
import { useRefreshing } from '../../../shell/useRefreshing.ts';

/** Plans that have scripts, and how far their marking is, asked again and again: others mark at the same time. */
export function usePlanList() {
  const list = useList((query) => answer(api.GET('/api/marking/plans', { params: { query } })));
  useRefreshing(list);
  return list;
}
