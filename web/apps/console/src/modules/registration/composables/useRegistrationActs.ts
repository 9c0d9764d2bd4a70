import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import type { Offered, Registration } from '../types.ts';
import { withDatesInWords } from '../words.ts';

const ONE = '/api/registration/registrations/{candidate}/{id}';

/** What a college does with a registration before the deadline. Each act names the version that was read. */
export function useRegistrationActs() {
  const { refusal, busy, act } = useAct();
  const path = ({ candidate, id }: Registration) => ({ path: { candidate, id } });

  /** What it has become, or null when it was refused. */
  const change = (one: Registration, to: Offered, site: string): Promise<Registration | null> =>
    act(() => answer(api.PUT(ONE, { params: path(one), body: { version: one.version, ...to, site } })));

  const withdraw = (one: Registration): Promise<Registration | null> =>
    act(() => answer(api.POST(`${ONE}/withdrawal`, { params: path(one), body: { version: one.version } })));

  const forget = (): void => void (refusal.value = null);

  return { refusal: computed(() => withDatesInWords(refusal.value)), busy, change, withdraw, forget };
}
