import { watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';

/** What a plan is called, and how far it is. */
export function usePlan(plan: () => string) {
  const asked = useAsk(() => answer(api.GET('/api/plan/plans/{code}', { params: { path: { code: plan() } } })));
  watch(plan, () => void asked.load(), { immediate: true });
  return asked;
}
