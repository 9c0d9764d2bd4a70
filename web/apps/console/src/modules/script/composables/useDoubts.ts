import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { returnsOf } from '../plans.ts';
import type { ServerNames } from '../words.ts';

const LIMIT = 50;

/** What is doubtful about a plan's scripts, and what the exam servers in it are called. */
export function useDoubts(plan: () => string) {
  const place = useListPlace();
  const asked = useAsk(() => {
    const params = { path: { plan: plan() }, query: { after: place.after.value, limit: LIMIT } };
    return answer(api.GET('/api/script/plans/{plan}/doubts', { params }));
  });
  const sites = useAsk(() => returnsOf(plan()));
  place.follow(asked.load);
  void sites.load();
  const names = computed<ServerNames>(() => new Map(sites.data.value?.flatMap(({ nodes }) => nodes.map(({ id, name }) => [id, name]))));
  return {
    ...asked,
    names,
    hasPrevious: place.hasPrevious,
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
