import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { STATES, type SeatingState } from '../types.ts';

const LIMIT = 20;

export interface SiteFilters {
  plan?: string;
  state?: SeatingState;
  q?: string;
}

/** Plans at sites with how far their seats are; the filters and the place live in the address. */
export function useSiteList() {
  const place = useListPlace();
  const filters = computed<SiteFilters>(() => ({
    plan: place.word('plan'),
    state: STATES.find((state) => state === place.word('state')),
    q: place.word('q'),
  }));
  const asked = useAsk(() =>
    answer(api.GET('/api/seating/sites', { params: { query: { ...filters.value, after: place.after.value, limit: LIMIT } } })),
  );
  place.follow(asked.load);

  return {
    ...asked,
    filters,
    filtered: computed(() => Object.values(filters.value).some((value) => value !== undefined)),
    hasPrevious: place.hasPrevious,
    filter: (wanted: SiteFilters) => place.filter({ ...wanted }),
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
