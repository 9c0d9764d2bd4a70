import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { STATES, type InvigilatorState } from '../types.ts';

const LIMIT = 20;

export interface InvigilatorFilters {
  state?: InvigilatorState;
  college?: string;
  q?: string;
}

/** The invigilators that one named or decides on; the filters and the place live in the address. */
export function useInvigilatorList() {
  const place = useListPlace();
  const filters = computed<InvigilatorFilters>(() => ({
    state: STATES.find((state) => state === place.word('state')),
    college: place.word('college'),
    q: place.word('q'),
  }));
  const asked = useAsk(() =>
    answer(api.GET('/api/staffing/invigilators', { params: { query: { ...filters.value, after: place.after.value, limit: LIMIT } } })),
  );
  place.follow(asked.load);

  return {
    ...asked,
    filters,
    filtered: computed(() => Object.values(filters.value).some((value) => value !== undefined)),
    hasPrevious: place.hasPrevious,
    filter: (wanted: InvigilatorFilters) => place.filter({ ...wanted }),
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
