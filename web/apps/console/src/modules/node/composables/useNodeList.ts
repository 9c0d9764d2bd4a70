import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useAttention } from '../../../shell/useAttention.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { usePolling } from '../../../shell/usePolling.ts';

const LIMIT = 20;

/** The exam servers of the sites that one may see, asked again and again: how they are changes by itself. */
export function useNodeList() {
  const place = useListPlace();
  const site = computed(() => place.word('site'));
  const asked = useAsk(() =>
    answer(api.GET('/api/node/nodes', { params: { query: { site: site.value, after: place.after.value, limit: LIMIT } } })),
  );
  const { refusal, busy, act } = useAct();
  place.follow(asked.load);
  const here = useAttention();
  usePolling(asked.load, () => here.value && asked.data.value !== null);

  /** True when it is done. */
  async function withdraw(id: string, reason: string): Promise<boolean> {
    const params = { path: { id } };
    const withdrawn = await act(() => answer(api.POST('/api/node/nodes/{id}/withdrawal', { params, body: { reason } })));
    await asked.load();
    return withdrawn !== null;
  }

  return {
    ...asked,
    site,
    refusal,
    forget: (): void => void (refusal.value = null),
    busy,
    withdraw,
    hasPrevious: place.hasPrevious,
    filter: (wanted: string | undefined) => place.filter({ site: wanted }),
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
