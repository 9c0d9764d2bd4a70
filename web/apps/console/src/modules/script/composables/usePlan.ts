import { watch } from 'vue';
import { useAsk } from '../../../shell/useAsk.ts';
import { useRefreshing } from '../../../shell/useRefreshing.ts';
import { planOf } from '../plans.ts';

/**
 * What a plan is called and how much of it has come back, asked again and again.
 *
 * @param changed told when a number is another one than before
 */
export function usePlan(plan: () => string, changed: () => void = () => undefined) {
  const asked = useAsk(() => planOf(plan()));
  useRefreshing(asked);
  watch(
    () => JSON.stringify(asked.data.value),
    (_, before) => before !== 'null' && changed(),
  );
  void asked.load();
  return asked;
}
