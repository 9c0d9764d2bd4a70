import { watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';

/** One plan by its code. */
export function usePlan(code: () => string) {
  const asked = useAsk(() => answer(api.GET('/api/plan/plans/{code}', { params: { path: { code: code() } } })));
  watch(code, () => void asked.load(), { immediate: true });
  return asked;
}
