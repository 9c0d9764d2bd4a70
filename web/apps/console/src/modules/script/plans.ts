import { answer, api } from '../../api/client.ts';
import type { ReturnPlan, SiteReturn } from './types.ts';

const LIMIT = 200;

/** The numbers of one plan. */
export async function planOf(code: string): Promise<ReturnPlan | null> {
  let after: string | undefined;
  do {
    const page = await answer(api.GET('/api/script/plans', { params: { query: { limit: LIMIT, after } } }));
    const found = page.items.find(({ plan }) => plan.code === code);
    if (found) {
      return found;
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  return null;
}

/** All sites and slots of a plan: a few hundred at most, of which those with something missing are wanted first. */
export async function returnsOf(plan: string): Promise<SiteReturn[]> {
  const all: SiteReturn[] = [];
  let after: string | undefined;
  do {
    const params = { path: { plan }, query: { limit: LIMIT, after } };
    const page = await answer(api.GET('/api/script/plans/{plan}/returns', { params }));
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return all;
}
