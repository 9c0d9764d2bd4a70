import { onScopeDispose, type Ref } from 'vue';

const fields = (form: HTMLElement | null): HTMLInputElement[] => [...(form?.querySelectorAll<HTMLInputElement>('[data-points]') ?? [])];

/**
 * The keys of the marking desk: Enter and the arrows go from criterion to criterion, Enter on the last one to the button that saves,
 * Ctrl+Enter saves from anywhere, and a digit that is typed while no field has the focus goes into the first that is still empty.
 */
export function useMarkingKeys(form: Readonly<Ref<HTMLElement | null>>, save: () => void) {
  function toFirstOpen(): void {
    const all = fields(form.value);
    (all.find((one) => one.getAttribute('aria-invalid') === 'true' || one.value.trim() === '') ?? all[0])?.focus();
  }

  function step(event: KeyboardEvent): void {
    const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    // Enter of an input method that is composing is not ours.
    if (by === undefined || event.ctrlKey || event.isComposing) {
      return;
    }
    event.preventDefault();
    const all = fields(form.value);
    const to = all.indexOf(event.target as HTMLInputElement) + by;
    if (to < all.length) {
      all[to]?.focus();
    } else if (event.key === 'Enter') {
      form.value?.querySelector<HTMLElement>('[data-save]')?.focus();
    }
  }

  function anywhere(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    } else if (/^\d$/.test(event.key) && document.activeElement === document.body) {
      toFirstOpen();
    }
  }

  window.addEventListener('keydown', anywhere);
  onScopeDispose(() => window.removeEventListener('keydown', anywhere));
  return { step, toFirstOpen };
}
