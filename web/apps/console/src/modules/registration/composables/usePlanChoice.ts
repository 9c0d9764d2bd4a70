import { computed, ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';

const LIMIT = 50;

/** Published plans to choose from, found by part of the name or code. */
export function usePlanChoice(onlyOpen: boolean) {
  const words = ref('');
  const asked = useAsk(() => {
    const query = { q: words.value || undefined, phase: onlyOpen ? ('OPEN' as const) : undefined, limit: LIMIT };
    return answer(api.GET('/api/plan/plans', { params: { query } }));
  });
  void asked.load();

  function search(typed: string): void {
    words.value = typed.trim();
    void asked.load();
  }

  const plans = computed(() => (asked.data.value?.items ?? []).filter((plan) => plan.phase !== 'DRAFT'));
  return { plans, waiting: asked.waiting, search };
}
