import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { words } from '../sentences.ts';
import type { Receipt } from '../sitting/protocol.ts';
import { nothingShown } from '../sitting/shown.ts';
import type { Sitting } from '../sitting/sitting.ts';
import { RECEIPT } from '../sitting/testingRoom.ts';
import ReceiptPage from './ReceiptPage.vue';

function note(kind: Receipt['kind']): string | null {
  const shown = Object.assign(nothingShown(), { phase: 'receipt', receipt: { ...RECEIPT, kind } });
  const status = mount(ReceiptPage, { props: { sitting: { shown } as unknown as Sitting } }).find('[role="status"]');
  return status.exists() ? status.text() : null;
}

describe('the receipt', () => {
  it.each([
    ['DEADLINE', words.receipt.deadline],
    ['FORCED', words.receipt.forced],
    ['LATE_SYNC', words.receipt.late],
  ] as const)('of kind %s says how it came about', (kind, sentence) => {
    expect(note(kind)).toBe(sentence);
  });

  it('of whoever handed in themselves has nothing to explain', () => {
    expect(note('CANDIDATE')).toBeNull();
  });
});
