import { onBeforeUnmount, ref, watch } from 'vue';

export const PAUSE_MS = 600;

interface Draft {
  value: () => string;
  change: (text: string) => void;
  /** Called before the page, the time or the item goes; the answer takes the registration back. */
  register: (keep: () => void) => () => void;
}

/** What is being typed. It becomes an entry at every pause, when the field is left, and when anything ends. */
export function useDraft({ value, change, register }: Draft) {
  const text = ref(value());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dirty = false;

  function keep(): void {
    clearTimeout(timer);
    if (dirty) {
      dirty = false;
      change(text.value);
    }
  }

  function typed(): void {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE_MS);
  }

  // Cleared or cut elsewhere: show what the journal has, but never under the hands of somebody typing.
  watch(value, (kept) => {
    if (!dirty) {
      text.value = kept;
    }
  });

  const unregister = register(keep);
  onBeforeUnmount(() => {
    keep();
    unregister();
  });
  return { text, typed, keep };
}
