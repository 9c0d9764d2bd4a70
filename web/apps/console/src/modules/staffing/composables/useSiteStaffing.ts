import { computed, ref, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { IssuedPin, SiteStaffing } from '../types.ts';
import { inWords } from '../words.ts';

const SITE = '/api/staffing/plans/{plan}/sites/{site}';

/** Who looks after the rooms of a site for a plan. Each act names the version that was read. */
export function useSiteStaffing(place: () => { plan: string; site: string }) {
  const params = () => ({ path: place() });
  const asked = useAsk(() => answer(api.GET(SITE, { params: params() })));
  const { refusal, busy, act } = useAct();
  /** Shown once: gone when the page is left or they are put away. */
  const pins = ref<IssuedPin[]>([]);
  watch(
    () => JSON.stringify(place()),
    () => void asked.load(),
    { immediate: true },
  );
  const version = (): number => asked.data.value?.version ?? 0;

  /** True when it is done. */
  async function change(doing: () => Promise<SiteStaffing>): Promise<boolean> {
    const changed = await act(doing);
    asked.data.value = changed ?? asked.data.value;
    return changed !== null;
  }

  async function issuePins(): Promise<boolean> {
    const issued = await act(() => answer(api.POST(`${SITE}/pins`, { params: params(), body: { version: version() } })));
    pins.value = issued?.pins ?? [];
    await asked.load();
    return issued !== null;
  }

  return {
    ...asked,
    refusal: computed(() => refusal.value && inWords(refusal.value)),
    forget: (): void => void (refusal.value = null),
    busy,
    pins,
    issuePins,
    draw: () => change(() => answer(api.POST(`${SITE}/draw`, { params: params(), body: { version: version(), seed: null } }))),
    assign: (opening: string, invigilators: string[]) =>
      change(() =>
        answer(
          api.PUT(`${SITE}/rooms/{opening}`, {
            params: { path: { ...place(), opening } },
            body: { version: version(), invigilators },
          }),
        ),
      ),
  };
}
