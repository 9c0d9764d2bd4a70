import { answer, api } from '../../../api/client.ts';
import { useList } from '../../../shell/useList.ts';
import { useRefreshing } from '../../../shell/useRefreshing.ts';

/** Plans whose results one answers for or may see, asked again and again: windows open and close by the clock. */
export function usePlanList() {
  const list = useList((query) => answer(api.GET('/api/result/plans', { params: { query } })));
  useRefreshing(list);
  return list;
}
