import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '../../i18n.ts';
import { VERDICTS } from './kind.ts';
import { problemInWords } from './words.ts';

const SERVER = resolve(import.meta.dirname, '../../../../../../server/center/src/main/java/org/onex/center/intake');
const own = (code: string): string => `candidate.problems.${code}`;

describe('what is wrong with a cell', () => {
  it('has a sentence for every code that any spreadsheet can have', () => {
    const source = readFileSync(resolve(SERVER, 'CellProblem.java'), 'utf8');
    const codes = [...source.matchAll(/String [A-Z_]+ = "([A-Z_]+)"/g)].map((match) => match[1]);
    expect(codes.length).toBeGreaterThan(7);
    expect(codes.filter((code) => !messages.has(`intake.problems.${code}`))).toEqual([]);
  });

  it('is said in the words of the module where it has some', () => {
    const twice = { code: 'ROW_TWICE', facts: { first: 2 } };
    expect(problemInWords(twice, own)).toBe('与第 2 行的身份证号相同。请只保留一行。');
    expect(problemInWords(twice, (code) => `thing.problems.${code}`)).toBe('与第 2 行重复。请只保留一行。');
  });
});

describe('the words of an import', () => {
  it('exist for every verdict', () => {
    const keys = VERDICTS.flatMap((verdict) => [`intake.verdicts.${verdict}`, `intake.verdicts.${verdict}_DONE`]);
    expect(keys.filter((key) => !messages.has(key))).toEqual([]);
  });
});
