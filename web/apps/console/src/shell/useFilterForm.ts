import { reactive, watch } from 'vue';

type Form<F> = { [K in keyof F]-?: NonNullable<F[K]> | '' };

/** What is being typed and chosen in a filter bar: begins as the list is narrowed now, and is asked for when it is complete. */
export function useFilterForm<F extends { [K in keyof F]?: string }>(filters: () => F, blank: Form<F>) {
  const form = reactive({ ...blank }) as Form<F>;
  const keys = Object.keys(blank) as (keyof F)[];
  watch(filters, (now) => keys.forEach((key) => (form[key] = now[key] ?? '')), { immediate: true });

  /** The fields that say something. */
  const wanted = (): F => Object.fromEntries(keys.map((key) => [key, form[key].trim() || undefined])) as F;

  return { form, wanted };
}
