import { answer, api } from '../../api/client.ts';
import type { MarkingPlan } from './types.ts';

const LIMIT = 200;

/** The numbers of one plan; a marker sees plans nowhere else. */
export async function planOf(code: string): Promise<MarkingPlan | null> {
  let after: string | undefined;
  do {
    const page = await answer(api.GET('/api/marking/plans', { params: { query: { limit: LIMIT, after } } }));
    const found = page.items.find(({ plan }) => plan.code === code);
    if (found) {
      return found;
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  return null;
}
