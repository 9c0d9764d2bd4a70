import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { STATES, type BillState } from '../types.ts';

const LIMIT = 20;

export interface BillFilters {
  state?: BillState;
  plan?: string;
  q?: string;
}

/** The bills that one pays or is paid; the filters and the place live in the address. */
export function useBillList() {
  const place = useListPlace();
  const filters = computed<BillFilters>(() => ({
    state: STATES.find((state) => state === place.word('state')),
    plan: place.word('plan'),
    q: place.word('q'),
  }));
  const asked = useAsk(() =>
    answer(api.GET('/api/fee/bills', { params: { query: { ...filters.value, after: place.after.value, limit: LIMIT } } })),
  );
  place.follow(asked.load);

  return {
    ...asked,
    filters,
    filtered: computed(() => Object.values(filters.value).some((value) => value !== undefined)),
    hasPrevious: place.hasPrevious,
    filter: (wanted: BillFilters) => place.filter({ ...wanted }),
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
