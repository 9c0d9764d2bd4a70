import { hasEnded } from '../jobs.ts';
import { useAsk } from '../useAsk.ts';
import { useListPlace } from '../useListPlace.ts';
import { usePolling } from '../usePolling.ts';
import type { IntakeApi } from './kind.ts';

const LIMIT = 20;

/** The imports of one's college, the latest first. */
export function useIntakeList(api: IntakeApi) {
  const place = useListPlace();
  const asked = useAsk(() => api.list({ after: place.after.value, limit: LIMIT }));
  place.follow(asked.load);
  usePolling(asked.load, () => asked.data.value?.items.some(({ job }) => job !== null && !hasEnded(job)) ?? false);

  return { ...asked, hasPrevious: place.hasPrevious, next: () => place.next(asked.data.value?.next), previous: place.previous };
}
