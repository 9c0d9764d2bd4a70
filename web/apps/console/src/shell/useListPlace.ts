import { computed, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';

type Words = Record<string, string | undefined>;

/** What the address of the page says by name; a word that is not on the list was never said. */
export interface Address {
  word: (key: string) => string | undefined;
  oneOf: <T extends string>(key: string, known: readonly T[]) => T | undefined;
}

/** Filters and place of a list that pages by key: both live in the address, the way back in the history entry. */
export function useListPlace() {
  const route = useRoute();
  const router = useRouter();
  const name = route.name;
  const word = (key: string): string | undefined => {
    const value = route.query[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const oneOf = <T extends string>(key: string, known: readonly T[]): T | undefined => known.find((one) => one === word(key));
  const after = computed(() => word('after'));
  const trail = (): string[] => {
    const kept: unknown = window.history.state?.trail;
    return Array.isArray(kept) ? kept.map(String) : [];
  };
  const go = (place: string | undefined, way: string[]): void =>
    void router.push({ query: { ...route.query, after: place }, state: { trail: way } });

  return {
    word,
    oneOf,
    after,
    hasPrevious: computed(() => after.value !== undefined),
    /** Asks now, and whenever the address of the page says something else. */
    follow: (load: () => Promise<void>): void =>
      void watch(
        () => route.query,
        () => route.name === name && void load(),
        { immediate: true },
      ),
    filter: (wanted: Words): void => void router.push({ query: { ...wanted } }),
    next: (key: string | null | undefined): void => go(key ?? undefined, [...trail(), after.value ?? '']),
    previous: (): void => go(trail().at(-1) || undefined, trail().slice(0, -1)),
  };
}
