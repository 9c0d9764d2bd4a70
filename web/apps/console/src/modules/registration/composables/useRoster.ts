import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { LEVELS, type Level } from '../types.ts';

/** What one registers people for, and which part of the roster one looks at. */
export interface RegisterPlace {
  plan?: string;
  qualification?: string;
  level?: Level;
  class?: string;
}

/** The college's roster, class by class; the choice of the plan and the class live in the address. */
export function useRoster() {
  const {
    filters: chosen,
    filter,
    ...list
  } = useFilteredList(
    ({ word, oneOf }): RegisterPlace => ({
      plan: word('plan'),
      qualification: word('qualification'),
      level: oneOf('level', LEVELS),
      class: word('class'),
    }),
    ({ class: className, after }) => answer(api.GET('/api/candidate/enrolments', { params: { query: { className, after, limit: 100 } } })),
  );
  const overview = useAsk(() => answer(api.GET('/api/candidate/overview')));
  void overview.load();

  return {
    ...list,
    chosen,
    classes: computed(() => overview.data.value?.classes ?? []),
    choose: (wanted: RegisterPlace) => filter({ ...chosen.value, ...wanted }),
  };
}
