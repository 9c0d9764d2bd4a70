import { ref, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { asProblem, type ApiProblem } from '../../../api/problem.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Details, Site } from '../types.ts';
import { withFieldInWords } from '../words.ts';

/** One site by its id, and what its college and its awarding body do with it. Each act names the version that was read. */
export function useSite(id: () => string) {
  const params = (): { path: { id: string } } => ({ path: { id: id() } });
  const asked = useAsk(() => answer(api.GET('/api/site/sites/{id}', { params: params() })));
  const refusal = ref<ApiProblem | null>(null);
  const busy = ref(false);
  watch(id, () => void asked.load(), { immediate: true });

  const version = (): number => asked.data.value?.version ?? 0;
  const body = (opinion: string): { version: number; opinion: string } => ({ version: version(), opinion });

  /** True when it is done. */
  async function act(doing: () => Promise<Site>): Promise<boolean> {
    busy.value = true;
    refusal.value = null;
    try {
      asked.data.value = await doing();
      return true;
    } catch (error) {
      refusal.value = withFieldInWords(asProblem(error));
      return false;
    } finally {
      busy.value = false;
    }
  }

  return {
    ...asked,
    refusal,
    busy,
    save: (details: Details) =>
      act(() => answer(api.PUT('/api/site/sites/{id}', { params: params(), body: { version: version(), details } }))),
    submit: () => act(() => answer(api.POST('/api/site/sites/{id}/submission', { params: params(), body: { version: version() } }))),
    approve: () => act(() => answer(api.POST('/api/site/sites/{id}/approval', { params: params(), body: { version: version() } }))),
    giveBack: (opinion: string) => act(() => answer(api.POST('/api/site/sites/{id}/return', { params: params(), body: body(opinion) }))),
    reinstate: () => act(() => answer(api.POST('/api/site/sites/{id}/reinstatement', { params: params(), body: { version: version() } }))),
    suspend: (reason: string) => act(() => answer(api.POST('/api/site/sites/{id}/suspension', { params: params(), body: body(reason) }))),
  };
}
