import { answer, api } from '../../../api/client.ts';
import { useList } from '../../../shell/useList.ts';
import { useRefreshing } from '../../../shell/useRefreshing.ts';

/** How far the certificates of each plan are, asked again and again: others sign and files are made meanwhile. */
export function usePlans() {
  const list = useList((query) => answer(api.GET('/api/certificate/plans', { params: { query } })));
  useRefreshing(list);
  return list;
}
