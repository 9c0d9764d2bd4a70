import { watch } from 'vue';
import { useAsk } from '../../../shell/useAsk.ts';
import { useAttention } from '../../../shell/useAttention.ts';
import { usePolling } from '../../../shell/usePolling.ts';
import { planOf } from '../plans.ts';

/**
 * What a plan is called and how much of it has come back, asked again and again.
 *
 * @param changed told when a number is another one than before
 */
export function usePlan(plan: () => string, changed: () => void = () => undefined) {
  const asked = useAsk(() => planOf(plan()));
  const here = useAttention();
  usePolling(asked.load, () => here.value && asked.data.value !== null);
  watch(
    () => JSON.stringify(asked.data.value),
    (_, before) => before !== 'null' && changed(),
  );
  void asked.load();
  return asked;
}
