import { answer, api } from '../../../api/client.ts';
import { useList } from '../../../shell/useList.ts';
import { useRefreshing } from '../../../shell/useRefreshing.ts';

/** Plans that were sent to sites, and how much has come back, asked again and again: sites send by themselves. */
export function usePlanList() {
  const list = useList((query) => answer(api.GET('/api/script/plans', { params: { query } })));
  useRefreshing(list);
  return list;
}
