import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useList } from '../../../shell/useList.ts';
import { returnsOf } from '../plans.ts';
import type { ServerNames } from '../words.ts';

/** What is doubtful about a plan's scripts, and what the exam servers in it are called. */
export function useDoubts(plan: () => string) {
  const list = useList((wanted) => {
    const params = { path: { plan: plan() }, query: { ...wanted, limit: 50 } };
    return answer(api.GET('/api/script/plans/{plan}/doubts', { params }));
  });
  const sites = useAsk(() => returnsOf(plan()));
  void sites.load();
  const names = computed<ServerNames>(() => new Map(sites.data.value?.flatMap(({ nodes }) => nodes.map(({ id, name }) => [id, name]))));
  return { ...list, names };
}
