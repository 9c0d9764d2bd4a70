import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';

/** The qualifications one can apply for or filter by; there are a few dozen, so all pages are read. */
export function useQualificationChoice() {
  const asked = useAsk(async () => {
    const all: { code: string; name: string; shortName: string }[] = [];
    let after: string | undefined;
    do {
      const page = await answer(api.GET('/api/catalog/qualifications', { params: { query: { limit: 100, after } } }));
      all.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return all;
  });
  void asked.load();
  return asked;
}
