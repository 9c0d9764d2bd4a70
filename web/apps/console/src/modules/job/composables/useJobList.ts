import { answer, api } from '../../../api/client.ts';
import { cancelJob, hasEnded } from '../../../shell/jobs.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { usePolling } from '../../../shell/usePolling.ts';

const LIMIT = 20;

/** The background work of one's organisation, the latest first; asked again only while some of it runs. */
export function useJobList() {
  const place = useListPlace();
  const asked = useAsk(() => answer(api.GET('/api/job/jobs', { params: { query: { after: place.after.value, limit: LIMIT } } })));
  const { refusal, busy, act } = useAct();
  place.follow(asked.load);
  usePolling(asked.load, () => asked.data.value?.items.some((job) => !hasEnded(job)) ?? false);

  async function cancel(id: string): Promise<void> {
    await act(() => cancelJob(id));
    await asked.load();
  }

  return {
    ...asked,
    refusal,
    busy,
    cancel,
    hasPrevious: place.hasPrevious,
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
