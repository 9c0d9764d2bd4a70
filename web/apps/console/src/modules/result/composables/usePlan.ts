import { watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useRefreshing } from '../../../shell/useRefreshing.ts';

/**
 * How far the results of a plan are, asked again and again: others draw up, approve and mark at the same time.
 *
 * @param changed told when something is another than before
 */
export function usePlan(plan: () => string, changed: () => void = () => undefined) {
  const asked = useAsk(() => answer(api.GET('/api/result/plans/{plan}', { params: { path: { plan: plan() } } })));
  useRefreshing(asked);
  watch(
    () => JSON.stringify(asked.data.value),
    (_, before) => before !== 'null' && changed(),
  );
  void asked.load();
  return asked;
}
