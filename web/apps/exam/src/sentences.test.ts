import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duration, fill, refusal, timeBeside, wallTime, words } from './sentences.ts';

const REPOSITORY = resolve(import.meta.dirname, '../../../..');
const CATALOGUE = resolve(REPOSITORY, 'server/node/src/main/resources/error-codes.txt');
const said = Object.keys(words.refusals);

describe('every refusal of a sitting', () => {
  it('that the protocol names has a sentence', () => {
    const page = readFileSync(resolve(REPOSITORY, 'docs/answer-protocol.md'), 'utf8');
    const codes = [...new Set(page.match(/sitting\.[a-z-]+/g))];
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !said.includes(code))).toEqual([]);
  });

  it('that the node can give has a sentence', () => {
    const codes = readFileSync(CATALOGUE, 'utf8').match(/^sitting\.[a-z-]+/gm) ?? [];
    expect(codes.filter((code) => !said.includes(code))).toEqual([]);
  });
});

describe('a sentence', () => {
  it('tells its facts in words', () => {
    expect(refusal('sitting.too-late', { lateUntil: '2024-05-18T14:30:00+08:00' })).toContain('14:30');
    expect(refusal('sitting.hand-in-too-early', { handInInMs: 750_000 })).toContain('12 分钟 30 秒');
    expect(refusal('sitting.device-active', { room: '模拟考场', seat: 7 })).toContain('模拟考场 7 号机');
    expect(fill('{a}{b}', { a: 0 })).toBe('0');
  });

  it('names a code that nobody foresaw', () => {
    expect(refusal('sitting.something-new')).toContain('sitting.something-new');
  });

  it('leaves no gap for a fact', () => {
    const facts = { opensInMs: 1, handInInMs: 1, lateUntil: '2024-05-18T14:30:00+08:00', room: '一', seat: 1, seq: 1, entries: 1 };
    expect(said.map((code) => refusal(code, facts)).filter((sentence) => /[{}]/.test(sentence))).toEqual([]);
  });
});

describe('times', () => {
  it('are those of the zone the node told them in', () => {
    expect([wallTime('2024-05-18T14:03:22.120+08:00'), wallTime('2024-05-18T14:03:22.120+08:00', true)]).toEqual(['14:03', '14:03:22']);
  });

  it('of another day say which', () => {
    expect(timeBeside('2024-05-18T15:00:00+08:00', '2024-05-18T14:00:00+08:00')).toBe('15:00');
    expect(timeBeside('2024-05-25T15:00:00+08:00', '2024-05-18T14:00:00+08:00')).toBe('5月25日 15:00');
  });

  it('take as many units as they need', () => {
    expect([0, 1000, 60_000, 61_000, 7_260_500].map(duration)).toEqual(['0 秒', '1 秒', '1 分钟', '1 分钟 1 秒', '2 小时 1 分钟']);
  });
});
