import { answer, api } from '../../../api/client.ts';
import { hasEnded } from '../../../shell/jobs.ts';
import { useList } from '../../../shell/useList.ts';
import { usePolling } from '../../../shell/usePolling.ts';

/** The archives that one's college sent, the latest first. */
export function useArchiveList() {
  const list = useList((query) => answer(api.GET('/api/photo/imports', { params: { query } })));
  usePolling(list.load, () => list.data.value?.items.some(({ job }) => job !== null && !hasEnded(job)) ?? false);
  return list;
}
