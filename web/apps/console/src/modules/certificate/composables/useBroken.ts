import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Issue } from '../types.ts';

/** Issues that both have signed and nobody makes the files of any more; all pages are read, because a broken one may be behind hundreds in work. */
export function useBroken() {
  const asked = useAsk(async () => {
    const broken: Issue[] = [];
    let after: string | undefined;
    do {
      const page = await answer(api.GET('/api/certificate/issues', { params: { query: { state: 'SIGNED', limit: 200, after } } }));
      broken.push(...page.items.filter(({ making }) => making?.state === 'BROKEN'));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return broken;
  });
  void asked.load();
  return asked;
}
