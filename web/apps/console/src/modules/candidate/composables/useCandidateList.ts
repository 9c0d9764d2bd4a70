import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { KINDS, STATES, type CandidateKind, type CandidateState } from '../types.ts';

const LIMIT = 50;

export interface CandidateFilters {
  state?: CandidateState;
  kind?: CandidateKind;
  class?: string;
  q?: string;
}

/** The college's own candidates; the filters and the place live in the address. */
export function useCandidateList() {
  const place = useListPlace();
  const filters = computed<CandidateFilters>(() => ({
    state: STATES.find((state) => state === place.word('state')),
    kind: KINDS.find((kind) => kind === place.word('kind')),
    class: place.word('class'),
    q: place.word('q'),
  }));
  const asked = useAsk(() => {
    const { class: className, ...others } = filters.value;
    const query = { ...others, className, after: place.after.value, limit: LIMIT };
    return answer(api.GET('/api/candidate/enrolments', { params: { query } }));
  });
  place.follow(asked.load);

  return {
    ...asked,
    filters,
    filtered: computed(() => Object.values(filters.value).some((value) => value !== undefined)),
    hasPrevious: place.hasPrevious,
    filter: (wanted: CandidateFilters) => place.filter({ ...wanted }),
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
