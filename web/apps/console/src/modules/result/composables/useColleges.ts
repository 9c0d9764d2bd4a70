import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';

/** The colleges that have people in a plan, to filter by. */
export function useColleges(plan: () => string) {
  const asked = useAsk(async () => {
    const { lines } = await answer(api.GET('/api/registration/totals', { params: { query: { plan: plan() } } }));
    const byCode = new Map(lines.map(({ college }) => [college.code, college]));
    return [...byCode.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  });
  void asked.load();
  return asked;
}
