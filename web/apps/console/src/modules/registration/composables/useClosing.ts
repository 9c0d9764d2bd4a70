import { isoDateOf, dayNumber } from '@onex/ui';
import { answer, api } from '../../../api/client.ts';
import { useClock } from '../../../shell/clock.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Totals } from '../types.ts';

const SOON_DAYS = 7;

/** The plans whose registration closes within a week of business time, the next one first, and how many are registered for each. */
export function useClosing() {
  const clock = useClock();
  return useAsk(async (): Promise<Totals[]> => {
    if (!clock.known) {
      await clock.refresh();
    }
    const today = dayNumber(isoDateOf(clock.nowMillis));
    const open = await answer(api.GET('/api/plan/plans', { params: { query: { phase: 'OPEN', limit: 50 } } }));
    const soon = open.items
      .filter((plan) => dayNumber(plan.deadline) - today <= SOON_DAYS)
      .sort((a, b) => a.deadline.localeCompare(b.deadline));
    return Promise.all(soon.map(({ code: plan }) => answer(api.GET('/api/registration/totals', { params: { query: { plan } } }))));
  });
}
