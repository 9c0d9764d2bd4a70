import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';

/** What one's own body charges. */
export function useStandards() {
  const asked = useAsk(() => answer(api.GET('/api/fee/standards')));
  void asked.load();
  return asked;
}
