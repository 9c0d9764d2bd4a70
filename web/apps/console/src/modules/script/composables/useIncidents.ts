import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';

const LIMIT = 20;

/** What invigilators wrote down about candidates of a plan. */
export function useIncidents(plan: () => string) {
  const place = useListPlace();
  const asked = useAsk(() => {
    const params = { path: { plan: plan() }, query: { after: place.after.value, limit: LIMIT } };
    return answer(api.GET('/api/script/plans/{plan}/incidents', { params }));
  });
  place.follow(asked.load);
  return {
    ...asked,
    hasPrevious: place.hasPrevious,
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
