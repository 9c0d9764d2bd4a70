import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useAttention } from '../../../shell/useAttention.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { usePolling } from '../../../shell/usePolling.ts';

const LIMIT = 20;

/** Plans that have scripts, and how far their marking is, asked again and again: others mark at the same time. */
export function usePlanList() {
  const place = useListPlace();
  const asked = useAsk(() => answer(api.GET('/api/marking/plans', { params: { query: { after: place.after.value, limit: LIMIT } } })));
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
