import { ref, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { asProblem, type ApiProblem } from '../../../api/problem.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Supply } from '../types.ts';

/** One notice by its id, and its publication. */
export function useNotice(id: () => string) {
  const path = (): { path: { id: string } } => ({ path: { id: id() } });
  const asked = useAsk(() => answer(api.GET('/api/plan/notices/{id}', { params: path() })));
  const refusal = ref<ApiProblem | null>(null);
  const publishing = ref(false);
  watch(id, () => void asked.load(), { immediate: true });

  /** True when the notice is published now. */
  async function publish(supply: Supply[]): Promise<boolean> {
    publishing.value = true;
    refusal.value = null;
    try {
      asked.data.value = await answer(api.POST('/api/plan/notices/{id}/publication', { params: path(), body: { supply } }));
      return true;
    } catch (error) {
      refusal.value = asProblem(error);
      return false;
    } finally {
      publishing.value = false;
    }
  }

  return { ...asked, refusal, publishing, publish };
}
