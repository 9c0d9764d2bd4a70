import { watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Totals } from '../types.ts';

/** How many are registered for a plan; nothing while none is chosen. */
export function useTotals(plan: () => string | undefined) {
  const asked = useAsk(async (): Promise<Totals | null> => {
    const code = plan();
    return code === undefined ? null : answer(api.GET('/api/registration/totals', { params: { query: { plan: code } } }));
  });
  watch(
    plan,
    () => {
      asked.data.value = null;
      void asked.load();
    },
    { immediate: true },
  );
  return asked;
}
