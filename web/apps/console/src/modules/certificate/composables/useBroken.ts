import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Issue } from '../types.ts';

const LIMIT = 200;

/** Issues that both have signed and nobody makes the files of any more. */
export function useBroken() {
  const asked = useAsk(async (): Promise<Issue[]> => {
    const { items } = await answer(api.GET('/api/certificate/issues', { params: { query: { state: 'SIGNED', limit: LIMIT } } }));
    return items.filter(({ making }) => making?.state === 'BROKEN');
  });
  void asked.load();
  return asked;
}
