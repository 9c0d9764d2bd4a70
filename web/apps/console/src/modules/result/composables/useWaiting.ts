import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { ResultPlan } from '../types.ts';

const LIMIT = 200;

/** Before its exams are over nothing can be drawn up. */
async function isOver({ plan }: ResultPlan): Promise<boolean> {
  const { phase } = await answer(api.GET('/api/plan/plans/{code}', { params: { path: { code: plan.code } } }));
  return phase === 'MARKING';
}

/** Plans on whose results somebody has to do something. */
export function useWaiting(waits: (plan: ResultPlan) => boolean) {
  const asked = useAsk(async (): Promise<ResultPlan[]> => {
    const { items } = await answer(api.GET('/api/result/plans', { params: { query: { limit: LIMIT } } }));
    const waiting = items.filter(waits);
    const over = await Promise.all(waiting.map((one) => one.state !== 'NONE' || isOver(one)));
    return waiting.filter((_, index) => over[index]);
  });
  void asked.load();
  return asked;
}
