import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useAttention } from '../../../shell/useAttention.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { usePolling } from '../../../shell/usePolling.ts';

const LIMIT = 20;

/** The bundles of a plan, one per site and slot, asked again and again: servers fetch them whenever they like. */
export function useBundleList(plan: () => string) {
  const place = useListPlace();
  const asked = useAsk(() => {
    const params = { path: { plan: plan() }, query: { after: place.after.value, limit: LIMIT } };
    return answer(api.GET('/api/dispatch/plans/{plan}/bundles', { params }));
  });
  place.follow(asked.load);
  const here = useAttention();
  usePolling(asked.load, () => here.value && asked.data.value !== null);
  return {
    ...asked,
    hasPrevious: place.hasPrevious,
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
