import { computed, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { LEVELS, PHASES, type Level, type Phase } from '../types.ts';

const LIMIT = 20;

export interface PlanFilters {
  phase?: Phase;
  level?: Level;
  q?: string;
}

const oneOf = <T extends string>(list: T[], value: unknown): T | undefined => list.find((entry) => entry === value);
const words = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);

/** The list of plans; its filters and its place live in the address, the way back in the history entry. */
export function usePlanList() {
  const route = useRoute();
  const router = useRouter();
  const filters = computed<PlanFilters>(() => ({
    phase: oneOf(PHASES, route.query.phase),
    level: oneOf(LEVELS, route.query.level),
    q: words(route.query.q),
  }));
  const after = computed(() => words(route.query.after));
  const asked = useAsk(() =>
    answer(api.GET('/api/plan/plans', { params: { query: { ...filters.value, after: after.value, limit: LIMIT } } })),
  );
  watch(
    () => route.query,
    () => route.name === 'plans' && void asked.load(),
    { immediate: true },
  );

  const trail = (): string[] => {
    const kept: unknown = window.history.state?.trail;
    return Array.isArray(kept) ? kept.map(String) : [];
  };
  const go = (place: string | undefined, way: string[]): void =>
    void router.push({ name: 'plans', query: { ...filters.value, after: place }, state: { trail: way } });

  return {
    ...asked,
    filters,
    filtered: computed(() => Object.values(filters.value).some((value) => value !== undefined)),
    hasPrevious: computed(() => after.value !== undefined),
    filter: (wanted: PlanFilters): void => void router.push({ name: 'plans', query: { ...wanted } }),
    next: (): void => go(asked.data.value?.next ?? undefined, [...trail(), after.value ?? '']),
    previous: (): void => go(trail().at(-1) || undefined, trail().slice(0, -1)),
  };
}
