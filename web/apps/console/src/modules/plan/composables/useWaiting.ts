import { answer, api } from '../../../api/client.ts';
import { useClock } from '../../../shell/clock.ts';
import { useSession } from '../../../shell/session.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { upcoming } from '../timeline.ts';
import { OVER, type PlanSummary } from '../types.ts';

const soonest = (a: PlanSummary, b: PlanSummary): number => a.deadline.localeCompare(b.deadline);

/** What waits for the person who is signed in: open plans by deadline, drafts, plans with warnings, and in full the plan with what comes next. */
export function useWaiting() {
  const { session, may } = useSession();
  const clock = useClock();
  const concerns = (plan: PlanSummary): boolean =>
    session?.organization.kind !== 'AWARDING_BODY' || session.organization.code === plan.awardingBody.code;
  const isCollege = session?.organization.kind === 'COLLEGE' && may('registration.read');

  /** A college may still register in what is open; a closed plan is its own only with people of its own. */
  async function isOurs({ code, phase }: PlanSummary): Promise<boolean> {
    return (
      phase === 'OPEN' ||
      !isCollege ||
      (await answer(api.GET('/api/registration/totals', { params: { query: { plan: code } } }))).lines.length > 0
    );
  }

  async function next(all: PlanSummary[]) {
    for (const plan of upcoming(all.filter(concerns), clock.now)) {
      if (await isOurs(plan)) {
        return answer(api.GET('/api/plan/plans/{code}', { params: { path: { code: plan.code } } }));
      }
    }
    return null;
  }

  return useAsk(async () => {
    const [open, all, notices] = await Promise.all([
      answer(api.GET('/api/plan/plans', { params: { query: { phase: 'OPEN', limit: 50 } } })),
      answer(api.GET('/api/plan/plans', { params: { query: { limit: 50 } } })),
      answer(api.GET('/api/plan/notices', { params: { query: { limit: 50 } } })),
    ]);
    return {
      open: [...open.items].sort(soonest),
      drafts: notices.items.filter((notice) => notice.status === 'DRAFT'),
      doubtful: all.items.filter((plan) => plan.warnings > 0 && !OVER.includes(plan.phase) && concerns(plan)).sort(soonest),
      next: await next(all.items),
    };
  });
}
