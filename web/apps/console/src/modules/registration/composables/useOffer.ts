import { watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { components } from '@onex/api-center';

type Plan = components['schemas']['PlanView'];

/** What a plan offers; nothing while none is chosen. */
export function useOffer(plan: () => string | undefined) {
  const asked = useAsk(async (): Promise<Plan | null> => {
    const code = plan();
    return code === undefined ? null : answer(api.GET('/api/plan/plans/{code}', { params: { path: { code } } }));
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
