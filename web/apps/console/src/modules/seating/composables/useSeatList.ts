import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';

const LIMIT = 50;

export interface SeatFilters {
  plan?: string;
  site?: string;
  q?: string;
}

/** Who sits where: one's own people wherever they sit, and everybody at one's own sites. */
export function useSeatList() {
  const place = useListPlace();
  const filters = computed<SeatFilters>(() => ({ plan: place.word('plan'), site: place.word('site'), q: place.word('q') }));
  const asked = useAsk(() => {
    const query = { ...filters.value, after: place.after.value, limit: LIMIT };
    return answer(api.GET('/api/seating/seats', { params: { query } }));
  });
  place.follow(asked.load);

  return {
    ...asked,
    filters,
    filtered: computed(() => Object.values(filters.value).some((value) => value !== undefined)),
    hasPrevious: place.hasPrevious,
    filter: (wanted: SeatFilters) => place.filter({ ...wanted }),
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
