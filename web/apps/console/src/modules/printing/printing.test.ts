import { describe, expect, it } from 'vitest';
import { messages } from '../../i18n.ts';
import { KINDS } from './types.ts';
import { archiveAddress, fileAddress, kindsInWords, sizeInWords, stateOf, sumInWords, ticketOf } from './words.ts';

describe('a print', () => {
  it('has words for each kind of paper', () => {
    expect(KINDS.filter((kind) => !messages.has(`printing.kinds.${kind}`) || !messages.has(`printing.hints.${kind}`))).toEqual([]);
    expect(kindsInWords({ kinds: ['TICKET', 'DOOR_NOTICE'] })).toBe('准考证、门贴');
  });

  it('that is stale says so rather than that it is ready', () => {
    expect(stateOf({ state: 'READY', stale: false })).toEqual({ tone: 'success', words: '可下载' });
    expect(stateOf({ state: 'READY', stale: true })).toEqual({ tone: 'danger', words: '已过时' });
    expect(stateOf({ state: 'WAITING', stale: true }).words).toBe('生成中');
    expect(stateOf({ state: 'FAILED', stale: false }).tone).toBe('danger');
  });

  it('says how much there is', () => {
    expect([1, 1024, 1025, 1024 * 1024, 3_565_158].map(sizeInWords)).toEqual(['1 KB', '1 KB', '2 KB', '1.0 MB', '3.4 MB']);
    const files = [
      { pages: 1_200, bytes: 2_000_000 },
      { pages: 34, bytes: 97_152 },
    ];
    expect(sumInWords(files)).toBe('2 个文件，共 1,234 页，2.0 MB');
    expect(sumInWords([])).toContain('0 个文件');
  });

  it('has files whose names are Chinese and whose addresses are not', () => {
    expect(fileAddress('p1', '门贴-第1考场.pdf')).toBe(`/api/printing/prints/p1/files/${encodeURIComponent('门贴-第1考场.pdf')}`);
    expect(archiveAddress('a/b')).toBe('/api/printing/prints/a%2Fb/archive');
  });
});

describe('a ticket number', () => {
  it('is taken as people read it from paper, and nothing else is', () => {
    expect(['4821 0000 0000 0002', '４８２１０００００００００００２', '4821-0000-0000-0002'].map(ticketOf)).toEqual(
      Array(3).fill('4821000000000002'),
    );
    for (const wrong of ['', '482100000000000', '0821000000000002', '48210000000000021', '482100000000000X']) {
      expect(ticketOf(wrong), wrong).toBeNull();
    }
  });
});
