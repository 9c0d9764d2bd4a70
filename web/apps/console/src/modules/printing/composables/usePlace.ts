import { watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';

/** What plan and site are called. */
export function usePlace(place: () => { plan: string; site: string }) {
  const asked = useAsk(async () => {
    const found = await answer(api.GET('/api/seating/plans/{plan}/sites/{site}', { params: { path: place() } }));
    return { plan: `${found.plan.name} · ${found.plan.code}`, site: found.site.name };
  });
  watch(
    () => JSON.stringify(place()),
    () => void asked.load(),
    { immediate: true },
  );
  return asked;
}
