import { answer, api } from '../../../api/client.ts';
import { isOver } from '../../../shell/phase.ts';
import { useAsk } from '../../../shell/useAsk.ts';

const LIMIT = 200;

interface Unserved {
  plan: { code: string; name: string };
  site: { id: string; name: string };
}

/** Plans whose marking has begun need no server any more. */
async function hasEnded(code: string): Promise<boolean> {
  const { phase } = await answer(api.GET('/api/plan/plans/{code}', { params: { path: { code } } }));
  return isOver(phase);
}

/** The college's own sites where people have seats but no server will hold the exam. */
export function useSitesWithoutServer() {
  const asked = useAsk(async (): Promise<Unserved[]> => {
    const { items } = await answer(api.GET('/api/seating/sites', { params: { query: { state: 'ARRANGED', limit: LIMIT } } }));
    if (items.length === 0) {
      return [];
    }
    const servers = await answer(api.GET('/api/node/nodes', { params: { query: { limit: LIMIT } } }));
    const served = new Set(servers.items.filter(({ state }) => state === 'ENROLLED').map(({ site }) => site.id));
    const unserved = items.filter(({ site }) => !served.has(site.id));
    const codes = [...new Set(unserved.map(({ plan }) => plan.code))];
    const over = await Promise.all(codes.map(hasEnded));
    return unserved.filter(({ plan }) => !over[codes.indexOf(plan.code)]);
  });
  void asked.load();
  return asked;
}
