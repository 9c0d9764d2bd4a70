import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { MARK_STATES } from '../types.ts';

const LIMIT = 50;

/** The marks of a plan's scripts, by numbers that say nothing of anybody. */
export function useMarkList(plan: () => string) {
  const place = useListPlace();
  const state = computed(() => MARK_STATES.find((one) => one === place.word('state')));
  const asked = useAsk(() => {
    const params = { path: { plan: plan() }, query: { state: state.value, after: place.after.value, limit: LIMIT } };
    return answer(api.GET('/api/marking/plans/{plan}/marks', { params }));
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
