import { answer, api } from '../../../api/client.ts';
import { isOver } from '../../../shell/phase.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { ReturnPlan } from '../types.ts';

const LIMIT = 200;

/** Before its exams are over nobody waits for what a plan's sites send back. */
async function hasEnded({ plan }: ReturnPlan): Promise<boolean> {
  const { phase } = await answer(api.GET('/api/plan/plans/{code}', { params: { path: { code: plan.code } } }));
  return isOver(phase);
}

/** Plans whose exams are over and of which something is missing or doubtful. */
export function useReturnsWaiting() {
  const asked = useAsk(async (): Promise<ReturnPlan[]> => {
    const { items } = await answer(api.GET('/api/script/plans', { params: { query: { limit: LIMIT } } }));
    const open = items.filter(({ bundles, complete, doubts }) => complete < bundles || doubts > 0);
    const over = await Promise.all(open.map(hasEnded));
    return open.filter((_, index) => over[index]);
  });
  void asked.load();
  return asked;
}
