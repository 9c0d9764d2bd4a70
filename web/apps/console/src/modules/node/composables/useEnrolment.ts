import { computed, ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useAttention } from '../../../shell/useAttention.ts';
import { usePolling } from '../../../shell/usePolling.ts';
import type { EnrolmentCode, ExamServer } from '../types.ts';

const LIMIT = 200;

const serversOf = async (site: string): Promise<ExamServer[]> =>
  (await answer(api.GET('/api/node/nodes', { params: { query: { site, limit: LIMIT } } }))).items;

/** A code for one server of a site, shown this one time, and the server that has enrolled with it as soon as there is one. */
export function useEnrolment() {
  const { refusal, busy, act } = useAct();
  const code = ref<EnrolmentCode | null>(null);
  let known = new Set<string>();
  const asked = useAsk(async (): Promise<ExamServer | null> => {
    const site = code.value?.site.id;
    return site === undefined ? null : ((await serversOf(site)).find(({ id }) => !known.has(id)) ?? null);
  });
  const here = useAttention();
  usePolling(asked.load, () => here.value && code.value !== null && asked.data.value === null);

  async function issue(site: string): Promise<void> {
    await act(async () => {
      known = new Set((await serversOf(site)).map(({ id }) => id));
      code.value = await answer(api.POST('/api/node/sites/{site}/codes', { params: { path: { site } } }));
    });
  }

  /** The code is gone from the page. */
  function putAway(): void {
    code.value = null;
    asked.data.value = null;
    refusal.value = null;
  }

  return { code, enrolled: computed(() => asked.data.value), refusal, busy, issue, putAway };
}
