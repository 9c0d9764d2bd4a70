import { watch } from 'vue';
import { answer, api } from '../api/client.ts';
import { useAsk } from './useAsk.ts';

/** The colleges that have people in a plan, to filter by; none while no plan is chosen. */
export function usePlanColleges(plan: () => string | undefined) {
  const asked = useAsk(async () => {
    const chosen = plan();
    if (chosen === undefined) {
      return [];
    }
    const { lines } = await answer(api.GET('/api/registration/totals', { params: { query: { plan: chosen } } }));
    const byCode = new Map(lines.map(({ college }) => [college.code, college]));
    return [...byCode.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  });
  watch(plan, () => void asked.load(), { immediate: true });
  return asked;
}
