import { onBeforeUnmount, onMounted } from 'vue';

export interface ExamKeys {
  enabled: () => boolean;
  move: (step: -1 | 1) => void;
  /** False if the key stands for no option of this item. */
  choose: (code: string) => boolean;
  mark: () => void;
}

const STEPS: Record<string, -1 | 1> = { ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 };

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
}

/** By the place of the key, not by what it writes: with a Chinese input method switched on it writes something else. */
export function useExamKeys({ enabled, move, choose, mark }: ExamKeys): void {
  function pressed(event: KeyboardEvent): void {
    const step = STEPS[event.code];
    if (
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      typing(event.target) ||
      document.querySelector('dialog[open]') !== null ||
      !enabled()
    ) {
      return;
    }
    if (step !== undefined) {
      move(step);
    } else if (event.repeat || !choose(event.code)) {
      if (event.code !== 'KeyM' || event.repeat) {
        return;
      }
      mark();
    }
    event.preventDefault();
  }

  onMounted(() => window.addEventListener('keydown', pressed));
  onBeforeUnmount(() => window.removeEventListener('keydown', pressed));
}
