import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fill, messages, t } from './i18n.ts';

const SOURCES = import.meta.dirname;
const CODES = resolve(SOURCES, '../../../../server/center/src/main/resources/error-codes.txt');

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(resolve(SOURCES, file), 'utf8') }));

describe('the sentences', () => {
  it('exist for every error code of the server', () => {
    expect(existsSync(CODES), `${CODES} is missing`).toBe(true);
    const codes = readFileSync(CODES, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !messages.has(`errors.${code}`))).toEqual([]);
  });

  it('exist for every key that a page names', () => {
    const named = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => ({ file, key: match[1] ?? '' })),
    );
    const titles = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\b(?:title|label): '([a-z]\w*\.[\w.-]+)'/g)].map((match) => ({ file, key: match[1] ?? '' })),
    );
    expect(named.length).toBeGreaterThan(100);
    expect([...named, ...titles].filter(({ key }) => !messages.has(key))).toEqual([]);
  });

  it('are all used', () => {
    const all = sources.map(({ text }) => text).join('\n');
    const families = [...all.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1] ?? '');
    const dead = [...messages.keys()].filter(
      (key) =>
        !all.includes(`'${key}'`) &&
        !families.some((family) => key.startsWith(family)) &&
        // Refusals are put into words by @onex/client, for every page of the centre.
        !/^(errors|plan\.(subjects|levels|stageKinds))\./.test(key),
    );
    expect(dead).toEqual([]);
  });

  it('stand in the locale files and not in the sources', () => {
    const strip = (text: string): string => text.replace(/\/\*\*[\s\S]*?\*\//g, '').replaceAll('壹加', '');
    expect(sources.filter(({ text }) => /\p{Script=Han}/u.test(strip(text))).map(({ file }) => file)).toEqual([]);
  });

  it('close every bracket and brace that they open', () => {
    const broken = [...messages].filter(([, text]) => /[[\]{}]/.test(text.replace(/\[[^[\]]*\]/g, '').replace(/\{\w+\}/g, '')));
    expect(broken).toEqual([]);
  });
});

describe('filling in', () => {
  it('leaves out a part whose fact is not known', () => {
    expect(fill('日期[ {date} ]不符[，应为 {other}]。', { date: '5月1日', other: null })).toBe('日期 5月1日 不符。');
  });

  it('shows a dash for a needed fact that is missing', () => {
    expect(fill('共 {count} 条', {})).toBe('共 — 条');
  });

  it('lists several facts, and leaves out a part whose list is empty', () => {
    expect(fill('缺少 {missing}。[现有 {found}。]', { missing: ['姓名', '身份证号'], found: [] })).toBe('缺少 姓名、身份证号。');
  });

  it('does not take a fact for a pattern', () => {
    expect(fill('{a}', { a: '[{b}] $&' })).toBe('[{b}] $&');
  });

  it('of an unknown key shows the key', () => {
    expect(t('no.such.key')).toBe('no.such.key');
  });
});
