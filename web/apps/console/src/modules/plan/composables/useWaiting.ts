import { answer, api } from '../../../api/client.ts';
import { useSession } from '../../../shell/session.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { OVER, type PlanSummary } from '../types.ts';

const soonest = (a: PlanSummary, b: PlanSummary): number => a.deadline.localeCompare(b.deadline);

/** What waits for the person who is signed in: open plans by deadline, drafts, plans with warnings, and the next plan in full. */
export function useWaiting() {
  const { session } = useSession();
  const concerns = (plan: PlanSummary): boolean =>
    session?.organization.kind !== 'AWARDING_BODY' || session.organization.code === plan.awardingBody.code;
  return useAsk(async () => {
    const [open, all, notices] = await Promise.all([
      answer(api.GET('/api/plan/plans', { params: { query: { phase: 'OPEN', limit: 50 } } })),
      answer(api.GET('/api/plan/plans', { params: { query: { limit: 50 } } })),
      answer(api.GET('/api/plan/notices', { params: { query: { limit: 50 } } })),
    ]);
    const byDeadline = [...open.items].sort(soonest);
    const first = byDeadline[0];
    return {
      open: byDeadline,
      drafts: notices.items.filter((notice) => notice.status === 'DRAFT'),
      doubtful: all.items.filter((plan) => plan.warnings > 0 && !OVER.includes(plan.phase) && concerns(plan)).sort(soonest),
      next: first ? await answer(api.GET('/api/plan/plans/{code}', { params: { path: { code: first.code } } })) : null,
    };
  });
}
