import { onBeforeUnmount, ref } from 'vue';

const AGAIN_MS = 3000;
const AT_MOST = 2;

/**
 * An image that did not come is asked for once more a moment later: many ask at once, and not all are served at first.
 * The image has `tries` as its key and calls `failed` on its error; once `away` is true, words stand in its place.
 */
export function useSecondTry() {
  const away = ref(false);
  const tries = ref(1);
  let waiting: number | undefined;

  function failed(): void {
    if (tries.value === AT_MOST) {
      away.value = true;
    } else {
      waiting = window.setTimeout(() => (tries.value += 1), AGAIN_MS);
    }
  }

  onBeforeUnmount(() => window.clearTimeout(waiting));

  return { away, tries, failed };
}
