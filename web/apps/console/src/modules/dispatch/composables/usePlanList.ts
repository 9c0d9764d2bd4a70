import { answer, api } from '../../../api/client.ts';
import { useList } from '../../../shell/useList.ts';

/** Plans that have seats, and how far their bundles are. */
export function usePlanList() {
  return useList((query) => answer(api.GET('/api/dispatch/plans', { params: { query } })));
}
