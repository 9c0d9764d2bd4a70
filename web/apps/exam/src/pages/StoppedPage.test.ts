import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { words } from '../sentences.ts';
import { nothingShown } from '../sitting/shown.ts';
import type { Sitting } from '../sitting/sitting.ts';
import StoppedPage from './StoppedPage.vue';

function aStop(code: string, unsent: number) {
  const shown = Object.assign(nothingShown(), { phase: 'stuck', unsent, trouble: { code, facts: {} } });
  const left: string[] = [];
  const sitting = { shown, leave: () => left.push('left') } as unknown as Sitting;
  const page = mount(StoppedPage, { props: { sitting } });
  return { left, wayOut: () => page.findAll('button').find((button) => button.text() === words.stopped.stuck.action) };
}

describe('a page that is stuck', () => {
  it('is left when it is too late to begin and nothing waits to be sent', async () => {
    const { left, wayOut } = aStop('sitting.too-late', 0);
    await wayOut()?.trigger('click');
    expect(left).toEqual(['left']);
  });

  it('is not left as long as anything waits, or for another reason', () => {
    expect(aStop('sitting.too-late', 1).wayOut()).toBeUndefined();
    expect(aStop('sitting.entry-differs', 0).wayOut()).toBeUndefined();
  });
});
