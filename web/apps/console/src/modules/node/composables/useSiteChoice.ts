import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { SiteChoice } from '../types.ts';

/** The approved sites that one may see, to choose from; all pages are read. */
export function useSiteChoice() {
  const asked = useAsk(async (): Promise<SiteChoice[]> => {
    const all: SiteChoice[] = [];
    let after: string | undefined;
    do {
      const page = await answer(api.GET('/api/site/sites', { params: { query: { state: 'APPROVED', limit: 200, after } } }));
      all.push(
        ...page.items.map(({ id, name, qualification, college }) => ({
          id,
          name,
          qualification: qualification.name,
          college: college.name,
        })),
      );
      after = page.next ?? undefined;
    } while (after !== undefined);
    return all;
  });
  void asked.load();
  return asked;
}
