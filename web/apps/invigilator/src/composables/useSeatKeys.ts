import { computed, nextTick, onBeforeUpdate, onUpdated, ref, type Ref } from 'vue';
import { move } from '../moving.ts';

/** One seat of the grid is in the tab order; the arrow keys carry that place around. */
export function useSeatKeys(grid: Ref<HTMLElement | null>, keys: () => string[]) {
  const wanted = ref<string | null>(null);
  const active = computed(() => {
    const all = keys();
    return wanted.value !== null && all.includes(wanted.value) ? wanted.value : (all[0] ?? null);
  });

  const buttons = (): HTMLElement[] => [...(grid.value?.querySelectorAll<HTMLElement>('button[data-seat]') ?? [])];

  function focus(key: string | null): void {
    wanted.value = key;
    void nextTick(() =>
      buttons()
        .find((button) => button.dataset.seat === active.value)
        ?.focus(),
    );
  }

  function onKey(event: KeyboardEvent): void {
    const all = buttons();
    const from = all.findIndex((button) => button.dataset.seat === active.value);
    const to = move(
      all.map((button) => button.getBoundingClientRect()),
      from,
      event.key,
    );
    if (to !== null && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      focus(all[to]?.dataset.seat ?? null);
    }
  }

  function onFocus(event: FocusEvent): void {
    wanted.value = (event.target as HTMLElement).dataset.seat ?? wanted.value;
  }

  // A seat that leaves the filter takes the focus with it; the keyboard must not fall out of the grid.
  let inside = false;
  onBeforeUpdate(() => (inside = grid.value?.contains(document.activeElement) ?? false));
  onUpdated(() => {
    if (inside && document.activeElement === document.body) {
      focus(active.value);
    }
  });

  return { active, focus, onKey, onFocus };
}
