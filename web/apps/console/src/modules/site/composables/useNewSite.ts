import { ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { asProblem, type ApiProblem } from '../../../api/problem.ts';
import type { Details, Site } from '../types.ts';
import { withFieldInWords } from '../words.ts';

/** Begins an application. */
export function useNewSite() {
  const refusal = ref<ApiProblem | null>(null);
  const busy = ref(false);

  /** The draft, or null when it was refused. */
  async function begin(qualification: string, details: Details): Promise<Site | null> {
    busy.value = true;
    refusal.value = null;
    try {
      return await answer(api.POST('/api/site/sites', { body: { qualification, details } }));
    } catch (error) {
      refusal.value = withFieldInWords(asProblem(error));
      return null;
    } finally {
      busy.value = false;
    }
  }

  return { refusal, busy, begin };
}
