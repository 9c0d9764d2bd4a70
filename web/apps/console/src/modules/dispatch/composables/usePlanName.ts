import { watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';

/** What a plan is called. */
export function usePlanName(plan: () => string) {
  const asked = useAsk(async () => (await answer(api.GET('/api/plan/plans/{code}', { params: { path: { code: plan() } } }))).name);
  watch(plan, () => void asked.load(), { immediate: true });
  return asked;
}
