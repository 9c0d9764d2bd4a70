import { watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Offered } from '../types.ts';

const LIMIT = 200;

/** Who of one's college is registered for something already. */
export function useStanding(what: () => (Offered & { plan: string }) | null) {
  const asked = useAsk(async (): Promise<Set<string>> => {
    const wanted = what();
    const found = new Set<string>();
    let after: string | undefined;
    while (wanted !== null) {
      const query = { ...wanted, after, limit: LIMIT };
      const page = await answer(api.GET('/api/registration/registrations', { params: { query } }));
      page.items.forEach((one) => found.add(one.candidate));
      if (!page.next) {
        break;
      }
      after = page.next;
    }
    return found;
  });
  watch(
    () => JSON.stringify(what()),
    () => {
      asked.data.value = null;
      void asked.load();
    },
    { immediate: true },
  );
  return asked;
}
