import { answer, api } from '../api/client.ts';
import { useAsk } from './useAsk.ts';

/** All plans that one may see, to filter by; there are a few dozen, so all pages are read. */
export function usePlanChoice() {
  const asked = useAsk(async () => {
    const all: { code: string; name: string }[] = [];
    let after: string | undefined;
    do {
      const page = await answer(api.GET('/api/plan/plans', { params: { query: { limit: 200, after } } }));
      all.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return all;
  });
  void asked.load();
  return asked;
}
