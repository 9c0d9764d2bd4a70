import { ref, watchEffect } from 'vue';

const SIZE = 'onex-exam-size';
const CONTRAST = 'onex-exam-contrast';

/** How large and how contrasted this machine shows an exam; kept for the next reload. */
export function useDisplay() {
  const size = ref(Number(localStorage.getItem(SIZE) ?? 0));
  const contrast = ref(localStorage.getItem(CONTRAST) === 'high');

  watchEffect(() => {
    document.documentElement.dataset.size = String(size.value);
    document.documentElement.dataset.contrast = contrast.value ? 'high' : 'normal';
    localStorage.setItem(SIZE, String(size.value));
    localStorage.setItem(CONTRAST, contrast.value ? 'high' : 'normal');
  });
  return { size, contrast };
}
