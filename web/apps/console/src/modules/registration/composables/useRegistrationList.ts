import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { LEVELS, STATES, type Level, type RegistrationState } from '../types.ts';

const LIMIT = 50;

export interface RegistrationFilters {
  plan?: string;
  level?: Level;
  state?: RegistrationState;
  college?: string;
  q?: string;
}

/** The registrations that one may see; the filters and the place live in the address. */
export function useRegistrationList() {
  const place = useListPlace();
  const filters = computed<RegistrationFilters>(() => ({
    plan: place.word('plan'),
    level: LEVELS.find((level) => level === place.word('level')),
    state: STATES.find((state) => state === place.word('state')),
    college: place.word('college'),
    q: place.word('q'),
  }));
  const asked = useAsk(() => {
    const query = { ...filters.value, after: place.after.value, limit: LIMIT };
    return answer(api.GET('/api/registration/registrations', { params: { query } }));
  });
  place.follow(asked.load);

  return {
    ...asked,
    filters,
    filtered: computed(() => Object.values(filters.value).some((value) => value !== undefined)),
    hasPrevious: place.hasPrevious,
    filter: (wanted: RegistrationFilters) => place.filter({ ...wanted }),
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
