import { computed, nextTick, ref, type Ref } from 'vue';
import type { Flaws } from '../flaws.ts';

/** A form that is looked through before it is sent: what is wrong is said once somebody has tried, and the first wrong field gets the focus. */
export function useCheckedForm<F>(form: Ref<HTMLFormElement | null>, look: () => Flaws<F>) {
  const tried = ref(false);
  const flaws = computed(() => (tried.value ? look() : {}) as Flaws<F>);

  /** True when nothing can be seen wrong. */
  async function passes(): Promise<boolean> {
    tried.value = true;
    if (Object.keys(flaws.value).length === 0) {
      return true;
    }
    await nextTick();
    form.value?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    return false;
  }

  return { flaws, passes, begin: (): boolean => (tried.value = false) };
}
