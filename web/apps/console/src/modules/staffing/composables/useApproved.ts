import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Invigilator } from '../types.ts';

/** Whom one can assign at a site: those of its college that the plan's awarding body has approved. */
export function useApproved(site: () => { plan: string; college: string }) {
  return useAsk(async (): Promise<Invigilator[]> => {
    const { plan: code, college } = site();
    const plan = await answer(api.GET('/api/plan/plans/{code}', { params: { path: { code } } }));
    const all: Invigilator[] = [];
    let after: string | undefined;
    do {
      const query = { state: 'APPROVED' as const, college, limit: 200, after };
      const page = await answer(api.GET('/api/staffing/invigilators', { params: { query } }));
      all.push(...page.items.filter(({ awardingBody }) => awardingBody.code === plan.awardingBody.code));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return all.sort((a, b) => (a.number ?? '').localeCompare(b.number ?? ''));
  });
}
