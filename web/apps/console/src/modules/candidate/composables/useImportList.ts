import { answer, api } from '../../../api/client.ts';
import { hasEnded } from '../../../shell/jobs.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { usePolling } from '../../../shell/usePolling.ts';

const LIMIT = 20;

/** The imports of one's college, the latest first. */
export function useImportList() {
  const place = useListPlace();
  const asked = useAsk(() => answer(api.GET('/api/candidate/imports', { params: { query: { after: place.after.value, limit: LIMIT } } })));
  place.follow(asked.load);
  usePolling(asked.load, () => asked.data.value?.items.some(({ job }) => job !== null && !hasEnded(job)) ?? false);

  return { ...asked, hasPrevious: place.hasPrevious, next: () => place.next(asked.data.value?.next), previous: place.previous };
}
