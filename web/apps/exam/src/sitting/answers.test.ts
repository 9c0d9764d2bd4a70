// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { choose, clean, count, optionByKey, typedNumber } from './answers.ts';
import type { Item, ItemType } from './protocol.ts';

const anItem = (type: ItemType, keys = 'ABCD'): Item => ({
  ...{ id: 'X', type, points: 5, stem: '' },
  options: [...(type === 'JUDGE' ? '' : keys)].map((key) => ({ key, text: key })),
});

describe('a value', () => {
  it('of several choices is their keys in ascending order, in whatever order they were chosen', () => {
    const item = anItem('MULTIPLE');
    expect(['D', 'A', 'C'].reduce((value, key) => choose(item, value, key), '')).toBe('ACD');
    expect(choose(item, 'ACD', 'C')).toBe('AD');
    expect(choose(item, 'A', 'A')).toBe('');
  });

  it('of one choice is replaced by the next and stays when it is chosen again', () => {
    expect(choose(anItem('SINGLE'), 'A', 'B')).toBe('B');
    expect(choose(anItem('SINGLE'), 'B', 'B')).toBe('B');
    expect(choose(anItem('JUDGE'), 'T', 'F')).toBe('F');
  });

  it('is cut without leaving half a character', () => {
    expect(clean('ab𠮷c', 3)).toBe('ab');
    expect(clean('ab𠮷c', 4)).toBe('ab𠮷');
    expect(clean('好'.repeat(30_000))).toHaveLength(20_000);
  });

  it('has no U+0000 and no half surrogates, and keeps everything else', () => {
    expect(clean('\u0000a\uDE00b\uD83D')).toBe('a\uFFFDb\uFFFD');
    expect(clean('第一行\n㛃𠮷䶮 🙂\u0001')).toBe('第一行\n㛃𠮷䶮 🙂\u0001');
  });
});

describe('a key of the keyboard', () => {
  it('stands for the option of its place or letter, and for nothing else', () => {
    const item = anItem('SINGLE');
    expect(['Digit1', 'Numpad4', 'KeyC', 'Digit5', 'KeyE', 'KeyM', 'Enter'].map((code) => optionByKey(item, code))).toEqual([
      ...['A', 'D', 'C'],
      ...[null, null, null, null],
    ]);
  });

  it('stands for true and false of a judgement', () => {
    expect(['Digit1', 'Digit2', 'KeyA', 'KeyB', 'KeyT', 'KeyF', 'KeyC'].map((code) => optionByKey(anItem('JUDGE'), code))).toEqual([
      ...['T', 'F', 'T', 'F', 'T', 'F', null],
    ]);
  });
});

describe('the counts', () => {
  it('take a cleared answer for none', () => {
    const items = ['a', 'b', 'c'].map((id) => ({ ...anItem('SINGLE'), id }));
    expect(count(items, { a: 'A', b: '' }, ['b', 'gone'])).toEqual({ answered: 1, unanswered: 2, marked: 1 });
  });
});

describe('a typed number', () => {
  it('may have full-width digits, spaces and a small x', () => {
    expect(typedNumber(' １１０１０１ 19900307 ００１ｘ ')).toBe('11010119900307001X');
  });
});
