import { watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useBackgroundWork } from '../../../shell/useBackgroundWork.ts';
import type { SeatingState } from '../types.ts';

const KIND = 'seating.arrange-sites';

/** How many sites of a plan are how far. */
export function useStanding(plan: () => string) {
  const asked = useAsk(async () => {
    const count = async (state: SeatingState): Promise<number> => {
      const query = { plan: plan(), state, limit: 1 };
      return plan() === '' ? 0 : (await answer(api.GET('/api/seating/sites', { params: { query } }))).total.count;
    };
    const [ready, open, arranged] = await Promise.all([count('READY'), count('TO_OPEN'), count('ARRANGED')]);
    return { ready, open, arranged };
  });
  watch(plan, () => void asked.load(), { immediate: true });
  return asked;
}

/** Arranging all sites of a plan that are ready, in the background. One that runs already is found again. */
export function useArranging(mayArrange: boolean, changed: () => Promise<void>) {
  const { find, start, ...work } = useBackgroundWork(changed);
  if (mayArrange) {
    void find(({ kind }) => kind === KIND);
  }
  const arrange = (plan: string): Promise<boolean> =>
    start(() => answer(api.POST('/api/seating/arrangements', { body: { plan, seed: null } })));
  return { ...work, start: arrange };
}
