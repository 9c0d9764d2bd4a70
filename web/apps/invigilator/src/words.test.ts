import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal, Unreachable } from './node.ts';
import { agoText, fill, problemText, words } from './words.ts';

const CODES = resolve(import.meta.dirname, '../../../../server/node/src/main/resources/error-codes.txt');
const ON_THE_PAGE = [
  'invigilation.not-signed-in',
  'invigilation.sign-in-wrong',
  'invigilation.too-many-attempts',
  'invigilation.second-person',
  'sitting.handed-in',
  'sitting.attempt-unknown',
];

function leaves(tree: object, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? leaves(value, `${prefix}${key}.`) : [[`${prefix}${key}`, String(value)]],
  );
}

describe('the sentences', () => {
  it('exist for every refusal of the room', () => {
    const listed = readFileSync(CODES, 'utf8').split('\n');
    const codes = [...ON_THE_PAGE, ...listed.map((line) => line.trim()).filter((line) => line.startsWith('invigilation.'))];
    expect(codes.filter((code) => !(code in words.errors))).toEqual([]);
  });

  it('are none of them empty, and close every brace', () => {
    expect(leaves(words).filter(([, text]) => text === '' || /[{}]/.test(text.replace(/\{\w+\}/g, '')))).toEqual([]);
  });

  it('stand in the locale file and not in the sources', () => {
    const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(vue|ts)$/.test(file) && !/test(ing)?\.ts$/.test(file),
    );
    const strip = (text: string): string => text.replace(/\/\*\*[\s\S]*?\*\//g, '');
    const chinese = sources.filter((file) => /\p{Script=Han}/u.test(strip(readFileSync(resolve(import.meta.dirname, file), 'utf8'))));
    expect(sources.length).toBeGreaterThan(15);
    expect(chinese).toEqual([]);
  });
});

describe('a problem', () => {
  it('is told in its own sentence, without an answer as not reachable', () => {
    expect(problemText(new Refusal(409, 'sitting.handed-in'))).toBe(words.errors['sitting.handed-in']);
    expect(problemText(new Unreachable())).toBe(words.unreachable);
  });
});

it.each([
  [0, '刚刚'],
  [3999, '3 秒前'],
  [59_999, '59 秒前'],
  [130_000, '2 分钟前'],
])('%d ms ago read %s', (milliseconds, text) => {
  expect(agoText(milliseconds)).toBe(text);
});

it('a missing fact shows as a dash', () => {
  expect(fill('{a} 与 {b}', { a: 0 })).toBe('0 与 —');
});

it.each([words.panel.lostHint, words.unlock.explain])('whoever may move a candidate is told what would be lost: %s', (text) => {
  expect(text).toContain('断网期间的作答还在原机上；先恢复原机的网络，等“最近联系”恢复后再换机，否则这些作答不计入');
});
