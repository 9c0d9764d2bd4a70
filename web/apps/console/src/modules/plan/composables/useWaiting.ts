import { answer, api } from '../../../api/client.ts';
import { useClock } from '../../../shell/clock.ts';
import { isOver } from '../../../shell/phase.ts';
import { useSession } from '../../../shell/session.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { upcoming } from '../timeline.ts';
import type { PlanSummary } from '../types.ts';

const LIMIT = 200;
const soonest = (a: PlanSummary, b: PlanSummary): number => a.deadline.localeCompare(b.deadline);

/** What waits for the person who is signed in: open plans by deadline, drafts, plans with warnings, and in full the plan with what comes next. */
export function useWaiting() {
  const { session, may } = useSession();
  const clock = useClock();
  const concerns = (plan: PlanSummary): boolean =>
    session?.organization.kind !== 'AWARDING_BODY' || session.organization.code === plan.awardingBody.code;
  const isCollege = session?.organization.kind === 'COLLEGE' && may('fee.read');

  /** A college may still register in what is open; a closed plan is its own only with people of its own, of whom it has a bill. */
  async function next(all: PlanSummary[]) {
    const bills = isCollege ? (await answer(api.GET('/api/fee/bills', { params: { query: { limit: LIMIT } } }))).items : [];
    const own = new Set(bills.filter(({ people }) => people > 0).map(({ plan }) => plan.code));
    const ours = all.filter((plan) => concerns(plan) && (!isCollege || plan.phase === 'OPEN' || own.has(plan.code)));
    const first = upcoming(ours, clock.now)[0];
    return first ? answer(api.GET('/api/plan/plans/{code}', { params: { path: { code: first.code } } })) : null;
  }

  return useAsk(async () => {
    const [open, all, notices] = await Promise.all([
      answer(api.GET('/api/plan/plans', { params: { query: { phase: 'OPEN', limit: 50 } } })),
      answer(api.GET('/api/plan/plans', { params: { query: { limit: LIMIT } } })),
      answer(api.GET('/api/plan/notices', { params: { query: { limit: 50 } } })),
    ]);
    return {
      open: [...open.items].sort(soonest),
      drafts: notices.items.filter((notice) => notice.status === 'DRAFT'),
      doubtful: all.items.filter((plan) => plan.warnings > 0 && !isOver(plan.phase) && concerns(plan)).sort(soonest),
      next: await next(all.items),
    };
  });
}
