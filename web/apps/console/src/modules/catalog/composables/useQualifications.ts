import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Qualification } from '../types.ts';

/** Every registered qualification with its body's name; there are a few dozen, so all pages are read. */
export function useQualifications() {
  return useAsk(async () => {
    const bodies = await answer(api.GET('/api/organization/awarding-bodies', { params: { query: { limit: 100 } } }));
    const names = new Map(bodies.items.map((body) => [body.code, body.name]));
    const all: (Qualification & { bodyName: string })[] = [];
    let after: string | undefined;
    do {
      const page = await answer(api.GET('/api/catalog/qualifications', { params: { query: { limit: 100, after } } }));
      all.push(...page.items.map((item) => ({ ...item, bodyName: names.get(item.awardingBody) ?? item.awardingBody })));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return all;
  });
}
