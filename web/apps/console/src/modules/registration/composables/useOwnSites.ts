import { watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { SiteName } from '../types.ts';

/** The college's own sites where a qualification may be examined. */
export function useOwnSites(qualification: () => string | undefined) {
  const asked = useAsk(async (): Promise<SiteName[]> => {
    const code = qualification();
    if (code === undefined) {
      return [];
    }
    const query = { qualification: code, state: 'APPROVED' as const, limit: 50 };
    return (await answer(api.GET('/api/site/sites', { params: { query } }))).items.map(({ id, name }) => ({ id, name }));
  });
  watch(
    qualification,
    () => {
      asked.data.value = null;
      void asked.load();
    },
    { immediate: true },
  );
  return asked;
}
