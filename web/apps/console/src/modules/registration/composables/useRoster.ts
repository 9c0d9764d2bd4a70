import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { LEVELS, type Level } from '../types.ts';

const LIMIT = 100;

/** What one registers people for, and which part of the roster one looks at. */
export interface RegisterPlace {
  plan?: string;
  qualification?: string;
  level?: Level;
  class?: string;
}

/** The college's roster, class by class; the choice of the plan and the class live in the address. */
export function useRoster() {
  const place = useListPlace();
  const chosen = computed<RegisterPlace>(() => ({
    plan: place.word('plan'),
    qualification: place.word('qualification'),
    level: LEVELS.find((level) => level === place.word('level')),
    class: place.word('class'),
  }));
  const asked = useAsk(() => {
    const query = { className: chosen.value.class, after: place.after.value, limit: LIMIT };
    return answer(api.GET('/api/candidate/enrolments', { params: { query } }));
  });
  const overview = useAsk(() => answer(api.GET('/api/candidate/overview')));
  place.follow(asked.load);
  void overview.load();

  return {
    ...asked,
    chosen,
    classes: computed(() => overview.data.value?.classes ?? []),
    hasPrevious: place.hasPrevious,
    choose: (wanted: RegisterPlace) => place.filter({ ...chosen.value, ...wanted }),
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
