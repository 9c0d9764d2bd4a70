import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { useExamKeys } from './useExamKeys.ts';

function press(code: string, { at = document.createElement('p') as HTMLElement, enabled = true, ...more } = {}): string[] {
  const did: string[] = [];
  const page = mount({
    setup() {
      const choose = (pressed: string) => pressed === 'KeyA' && did.push('A') > 0;
      useExamKeys({ enabled: () => enabled, move: (step) => did.push(String(step)), choose, mark: () => did.push('mark') });
      return () => null;
    },
  });
  document.body.append(at);
  at.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, ...more }));
  page.unmount();
  return did;
}

describe('the keyboard', () => {
  it('moves between items, chooses and marks', () => {
    expect(['ArrowLeft', 'PageDown', 'KeyA', 'KeyM', 'KeyZ'].map((code) => press(code).join())).toEqual(['-1', '1', 'A', 'mark', '']);
  });

  it('moves from within a list of choices too', () => {
    const radio = Object.assign(document.createElement('input'), { type: 'radio' });
    expect(press('ArrowRight', { at: radio })).toEqual(['1']);
  });

  it('belongs to the text while somebody types', () => {
    expect(['ArrowLeft', 'KeyA', 'PageUp', 'KeyM'].flatMap((code) => press(code, { at: document.createElement('textarea') }))).toEqual([]);
  });

  it('belongs to the browser with a modifier, and can be switched off', () => {
    expect(press('KeyA', { ctrlKey: true } as object)).toEqual([]);
    expect(press('KeyM', { enabled: false })).toEqual([]);
  });
});
