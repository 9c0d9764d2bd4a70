import type { Item, Paper } from './protocol.ts';

export type Answers = Record<string, string>;

export const LONGEST_VALUE = 20_000;
export const JUDGEMENTS = ['T', 'F'] as const;

/** What the node accepts as a value: not too long, no U+0000, no half of a surrogate pair (what `toWellFormed()` does, also in older browsers). */
export function clean(value: string, longest: number = LONGEST_VALUE): string {
  const text = value.replaceAll('\u0000', '');
  const cut = text.slice(0, Math.min(longest, LONGEST_VALUE));
  const whole = cut.length < text.length ? cut.replace(/[\uD800-\uDBFF]$/, '') : cut;
  return whole.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Choosing once more takes a choice of several away; of one it stays. */
export function choose(item: Item, value: string, key: string): string {
  if (item.type !== 'MULTIPLE') {
    return key;
  }
  const chosen = keysOf(item).filter((other) => (other === key) !== value.includes(other));
  return chosen.sort().join('');
}

export function keysOf(item: Item): string[] {
  return item.type === 'JUDGE' ? [...JUDGEMENTS] : item.options.map((option) => option.key);
}

/** The option that a key of the keyboard stands for: 1–9 by place, letters by name; T and F of judgements too. */
export function optionByKey(item: Item, code: string): string | null {
  const keys = keysOf(item);
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (digit !== undefined) {
    return keys[Number(digit) - 1] ?? null;
  }
  if (letter === undefined) {
    return null;
  }
  if (keys.includes(letter)) {
    return letter;
  }
  return item.type === 'JUDGE' ? (keys['AB'.indexOf(letter)] ?? null) : null;
}

export function itemsOf(paper: Paper): Item[] {
  return paper.sections.flatMap((section) => section.items);
}

export interface Counts {
  answered: number;
  unanswered: number;
  marked: number;
}

export function count(items: Item[], answers: Answers, marks: string[]): Counts {
  const answered = items.filter((item) => (answers[item.id] ?? '') !== '').length;
  return { answered, unanswered: items.length - answered, marked: items.filter((item) => marks.includes(item.id)).length };
}

/** Numbers as people type them from a ticket: full-width digits, spaces and a small x are theirs to write. */
export function typedNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}
