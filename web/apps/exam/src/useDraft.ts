import { onBeforeUnmount, ref, watch } from 'vue';

export const PAUSE_MS = 600;
/** Who never pauses is kept all the same. */
export const LONGEST_MS = 1000;

interface Draft {
  value: () => string;
  change: (text: string) => void;
  /** Called before the page, the time or the item goes; the answer takes the registration back. */
  register: (keep: () => void) => () => void;
}

/** What is being typed. It becomes an entry at every pause, when the field is left, and when anything ends. */
export function useDraft({ value, change, register }: Draft) {
  const text = ref(value());
  let pause: ReturnType<typeof setTimeout> | undefined;
  let longest: ReturnType<typeof setTimeout> | undefined;
  let dirty = false;
  /** What was handed over last and is on its way into the journal; older values may still arrive before it. */
  let awaited: string | null = null;

  function keep(): void {
    clearTimeout(pause);
    clearTimeout(longest);
    if (dirty) {
      dirty = false;
      awaited = text.value === value() ? null : text.value;
      change(text.value);
    }
  }

  function typed(): void {
    if (!dirty) {
      longest = setTimeout(keep, LONGEST_MS);
    }
    dirty = true;
    clearTimeout(pause);
    pause = setTimeout(keep, PAUSE_MS);
  }

  // Cleared or cut elsewhere: show what the journal has, but never under the hands of somebody typing.
  watch(value, (kept) => {
    const isOlder = awaited !== null && kept !== awaited && kept !== '';
    awaited = isOlder ? awaited : null;
    if (!dirty && !isOlder) {
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
