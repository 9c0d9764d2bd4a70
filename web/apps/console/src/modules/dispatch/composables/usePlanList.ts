import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';

const LIMIT = 20;

/** Plans that have seats, and how far their bundles are. */
export function usePlanList() {
  const place = useListPlace();
  const asked = useAsk(() => answer(api.GET('/api/dispatch/plans', { params: { query: { after: place.after.value, limit: LIMIT } } })));
  place.follow(asked.load);
  return {
    ...asked,
    hasPrevious: place.hasPrevious,
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
