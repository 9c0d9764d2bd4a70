import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Party, PlanCertificates } from '../types.ts';
import { waitingFor } from '../words.ts';

const LIMIT = 200;

/** Plans that have issues which a party has not signed. */
export function useWaitingPlans(party: Party) {
  const asked = useAsk(async (): Promise<PlanCertificates[]> => {
    const { items } = await answer(api.GET('/api/certificate/plans', { params: { query: { limit: LIMIT } } }));
    return items.filter((plan) => waitingFor(plan, party) > 0);
  });
  void asked.load();
  return asked;
}
