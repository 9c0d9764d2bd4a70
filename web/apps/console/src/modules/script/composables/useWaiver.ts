import { ref } from 'vue';
import { api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import type { ReturnServer, SiteReturn } from '../types.ts';

/** Giving up an exam server of which not everything has come. */
export function useWaiver(plan: () => string) {
  const about = ref<{ site: SiteReturn; server: ReturnServer } | null>(null);
  const { refusal, busy, act } = useAct();

  function ask(site: SiteReturn, server: ReturnServer): void {
    refusal.value = null;
    about.value = { site, server };
  }

  /** True when nobody waits for it any more. */
  async function waive(reason: string): Promise<boolean> {
    if (about.value === null) {
      return false;
    }
    const { site, server } = about.value;
    const params = { path: { plan: plan(), bundle: site.bundle, node: server.id } };
    const path = '/api/script/plans/{plan}/returns/{bundle}/nodes/{node}/waiver';
    return (await act(() => api.POST(path, { params, body: { reason } }))) !== null;
  }

  return { about, refusal, busy, ask, waive };
}
