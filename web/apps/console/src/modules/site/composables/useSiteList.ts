import { computed, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { STATES, type SiteState } from '../types.ts';

const LIMIT = 20;

export interface SiteFilters {
  state?: SiteState;
  qualification?: string;
  q?: string;
}

const words = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);

/** The list of sites; its filters and its place live in the address, the way back in the history entry. */
export function useSiteList() {
  const route = useRoute();
  const router = useRouter();
  const filters = computed<SiteFilters>(() => ({
    state: STATES.find((state) => state === route.query.state),
    qualification: words(route.query.qualification),
    q: words(route.query.q),
  }));
  const after = computed(() => words(route.query.after));
  const asked = useAsk(() =>
    answer(api.GET('/api/site/sites', { params: { query: { ...filters.value, after: after.value, limit: LIMIT } } })),
  );
  watch(
    () => route.query,
    () => route.name === 'sites' && void asked.load(),
    { immediate: true },
  );

  const trail = (): string[] => {
    const kept: unknown = window.history.state?.trail;
    return Array.isArray(kept) ? kept.map(String) : [];
  };
  const go = (place: string | undefined, way: string[]): void =>
    void router.push({ name: 'sites', query: { ...filters.value, after: place }, state: { trail: way } });

  return {
    ...asked,
    filters,
    filtered: computed(() => Object.values(filters.value).some((value) => value !== undefined)),
    hasPrevious: computed(() => after.value !== undefined),
    filter: (wanted: SiteFilters): void => void router.push({ name: 'sites', query: { ...wanted } }),
    next: (): void => go(asked.data.value?.next ?? undefined, [...trail(), after.value ?? '']),
    previous: (): void => go(trail().at(-1) || undefined, trail().slice(0, -1)),
  };
}
