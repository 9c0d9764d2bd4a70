import { computed, type Ref } from 'vue';
import type { ApiProblem } from '../api/problem.ts';
import { useAsk } from './useAsk.ts';
import { useListPlace, type Address } from './useListPlace.ts';

const LIMIT = 20;

/** What every list that pages by key is asked for, and answers. */
interface Wanted {
  after: string | undefined;
  limit: number;
}

export interface Page<T> {
  items: T[];
  total: { count: number; capped: boolean };
  next: string | null;
}

/** A list as its page shows it, see ListFrame. */
export interface PagedList<T> {
  data: Ref<Page<T> | null>;
  problem: Ref<ApiProblem | null>;
  waiting: Ref<boolean>;
  load: () => Promise<void>;
  hasPrevious: Ref<boolean>;
  next: () => void;
  previous: () => void;
}

/** A list that pages by key; the place in it lives in the address. */
export function useList<P extends Page<unknown>>(ask: (wanted: Wanted) => Promise<P>) {
  const place = useListPlace();
  const asked = useAsk(() => ask({ after: place.after.value, limit: LIMIT }));
  place.follow(asked.load);
  return {
    ...asked,
    hasPrevious: place.hasPrevious,
    next: (): void => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}

/** A list with filters, which live in the address beside the place; `read` takes out of it what the list knows. */
export function useFilteredList<F extends { [K in keyof F]?: string }, P extends Page<unknown>>(
  read: (address: Address) => F,
  ask: (wanted: F & Wanted) => Promise<P>,
) {
  const place = useListPlace();
  const filters = computed(() => read(place));
  return {
    ...useList((wanted) => ask({ ...filters.value, ...wanted })),
    filters,
    filtered: computed(() => Object.values(filters.value).some((value) => value !== undefined)),
    filter: (wanted: F): void => place.filter({ ...wanted }),
  };
}
