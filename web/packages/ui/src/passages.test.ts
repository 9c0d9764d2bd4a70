import { describe, expect, it } from 'vitest';
import { passagesOf } from './passages.ts';

describe('what is told', () => {
  it('has tables where lines have cells', () => {
    expect(passagesOf('资料如下。\n\n项目 | 内容\n新品 | 护手霜\n底线 |利润\n\n说明：见上。')).toEqual([
      { kind: 'text', text: '资料如下。' },
      {
        kind: 'table',
        head: ['项目', '内容'],
        rows: [
          ['新品', '护手霜'],
          ['底线', '利润'],
        ],
      },
      { kind: 'text', text: '说明：见上。' },
    ]);
  });

  it('is no table for one line, nor for a stroke at the edge', () => {
    expect(passagesOf('甲 | 乙').map(({ kind }) => kind)).toEqual(['text']);
    expect(passagesOf('| 甲\n| 乙').map(({ kind }) => kind)).toEqual(['text', 'text']);
    expect(passagesOf('')).toEqual([]);
  });
});
