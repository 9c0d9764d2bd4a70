import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Qualification } from '../types.ts';

/** Every registered qualification; there are a few dozen, so all pages are read. */
export function useQualifications() {
  return useAsk(async () => {
    const all: Qualification[] = [];
    let after: string | undefined;
    do {
      const page = await answer(api.GET('/api/catalog/qualifications', { params: { query: { limit: 100, after } } }));
      all.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return all;
  });
}
