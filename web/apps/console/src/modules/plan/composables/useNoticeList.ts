import { answer, api } from '../../../api/client.ts';
import { useList } from '../../../shell/useList.ts';

/** The notices that one may see. */
export function useNoticeList() {
  return useList((query) => answer(api.GET('/api/plan/notices', { params: { query } })));
}
