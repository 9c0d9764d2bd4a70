import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { WORK_STATES } from '../types.ts';

const LIMIT = 50;

/** The works of a plan: a marker's own, for an officer all of them. */
export function useWorkList(plan: () => string) {
  const place = useListPlace();
  const state = computed(() => WORK_STATES.find((one) => one === place.word('state')));
  const asked = useAsk(() => {
    const params = { path: { plan: plan() }, query: { state: state.value, after: place.after.value, limit: LIMIT } };
    return answer(api.GET('/api/marking/plans/{plan}/works', { params }));
  });
  place.follow(asked.load);
  return {
    ...asked,
    state,
    filter: (wanted: string | undefined) => place.filter({ state: wanted }),
    hasPrevious: place.hasPrevious,
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
