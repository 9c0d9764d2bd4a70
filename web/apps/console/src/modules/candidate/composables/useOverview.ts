import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';

/** How many candidates are in which state, the classes there are, and what may be chosen in a form. */
export function useOverview() {
  const asked = useAsk(() => answer(api.GET('/api/candidate/overview')));
  void asked.load();
  return asked;
}
