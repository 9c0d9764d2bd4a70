import { onScopeDispose, ref, type Ref } from 'vue';

const PATIENCE = 10 * 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'];

/** Whether somebody is at the page. What asks by itself asks only then: an abandoned page must not stay signed in for ever. */
export function useAttention(): Ref<boolean> {
  const here = ref(true);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function seen(): void {
    clearTimeout(timer);
    here.value = true;
    timer = setTimeout(() => (here.value = false), PATIENCE);
  }

  SIGNS.forEach((sign) => window.addEventListener(sign, seen, { passive: true }));
  seen();
  onScopeDispose(() => {
    SIGNS.forEach((sign) => window.removeEventListener(sign, seen));
    clearTimeout(timer);
  });
  return here;
}
