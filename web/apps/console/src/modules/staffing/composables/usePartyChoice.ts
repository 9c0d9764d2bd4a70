import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';

interface Party {
  code: string;
  name: string;
}

interface Page {
  items: Party[];
  next: string | null;
}
type Query = { limit: number; after: string | undefined };

const pages: Record<'colleges' | 'awarding-bodies', (query: Query) => Promise<Page>> = {
  colleges: (query) => answer(api.GET('/api/organization/colleges', { params: { query } })),
  'awarding-bodies': (query) => answer(api.GET('/api/organization/awarding-bodies', { params: { query } })),
};

/** Colleges or awarding bodies to choose from; all pages are read. */
export function usePartyChoice(kind: keyof typeof pages) {
  const asked = useAsk(async (): Promise<Party[]> => {
    const all: Party[] = [];
    let after: string | undefined;
    do {
      const page = await pages[kind]({ limit: 200, after });
      all.push(...page.items.map(({ code, name }) => ({ code, name })));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return all;
  });
  void asked.load();
  return asked;
}
