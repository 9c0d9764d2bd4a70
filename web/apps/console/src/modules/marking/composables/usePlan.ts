import { useAsk } from '../../../shell/useAsk.ts';
import { planOf } from '../plans.ts';

/** What a plan is called, and how far its marking is. */
export function usePlan(plan: () => string) {
  const asked = useAsk(() => planOf(plan()));
  void asked.load();
  return asked;
}
