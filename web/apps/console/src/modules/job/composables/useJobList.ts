import { answer, api } from '../../../api/client.ts';
import { cancelJob, hasEnded } from '../../../shell/jobs.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useList } from '../../../shell/useList.ts';
import { usePolling } from '../../../shell/usePolling.ts';

/** The background work of one's organisation, the latest first; asked again only while some of it runs. */
export function useJobList() {
  const list = useList((query) => answer(api.GET('/api/job/jobs', { params: { query } })));
  const { refusal, busy, act } = useAct();
  usePolling(list.load, () => list.data.value?.items.some((job) => !hasEnded(job)) ?? false);

  async function cancel(id: string): Promise<void> {
    await act(() => cancelJob(id));
    await list.load();
  }

  return { ...list, refusal, busy, cancel };
}
