import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../api/problem.ts';
import { messages, t } from '../../i18n.ts';
import { WORDS } from '../../shell/intake/kind.ts';
import { FIELDS, LEVELS, STATES, type Totals } from './types.ts';
import {
  checkInWords,
  deadlineInWords,
  hindranceInWords,
  isConsistent,
  looksLikeNumber,
  problemInWords,
  reasonInWords,
  withDatesInWords,
} from './words.ts';

const CENTER = resolve(import.meta.dirname, '../../../../../../server/center');
const SERVER = resolve(CENTER, 'src/main/java/org/onex/center/registration');
const source = (file: string): string => readFileSync(resolve(SERVER, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
const sheetCodes = readFileSync(resolve(CENTER, 'src/main/resources/org/onex/center/registration/cell-problems.zh-CN.properties'), 'utf8')
  .split('\n')
  .map((line) => line.split('=')[0] ?? '')
  .filter((code) => /^[A-Z_]+$/.test(code));

interface Property {
  enum?: string[];
  items?: { enum?: string[] };
}
const schemas: Record<string, { properties: Record<string, Property> }> = JSON.parse(readFileSync(resolve(CENTER, 'openapi.json'), 'utf8'))
  .components.schemas;
const constants = (schema: string, property: string): string[] => {
  const found = schemas[schema]?.properties[property];
  return found?.enum ?? found?.items?.enum ?? [];
};

const totals = (some: Partial<Totals>): Totals => ({
  plan: { code: 'HK-2024-1-01', name: '计划' },
  closesAt: '2024-04-30T00:00:00+08:00',
  frozenAt: null,
  people: 12,
  registrations: 12,
  records: 24,
  expectedRecords: 24,
  lines: [],
  ...some,
});

describe('a cell with a problem', () => {
  it('has a sentence for every code of the server', () => {
    expect(sheetCodes.length).toBeGreaterThan(25);
    expect(sheetCodes.filter((code) => !messages.has(`registration.problems.${code}`))).toEqual([]);
  });

  it('says its facts, dates as people read them', () => {
    const plans = ['LC-2023-2-10 2023-10-24', 'LC-2023-2-12 2023-11-21'];
    expect(problemInWords({ code: 'PLAN_AMBIGUOUS', facts: { plans } })).toContain(
      'LC-2023-2-10 2023年10月24日(周二)、LC-2023-2-12 2023年11月21日(周二)',
    );
    expect(problemInWords({ code: 'CLOSED', facts: { lastDay: '2024-04-29' } })).toBe('报名已于 2024年4月29日(周一) 截止，不能再报考。');
    expect(problemInWords({ code: 'MISSING', facts: {} })).toBe('必须填写。');
  });
});

describe('somebody who was not registered', () => {
  it('is told why, in Chinese, whatever the reason', () => {
    const codes = constants('Reason', 'code') as Parameters<typeof reasonInWords>[0]['code'][];
    expect(codes.length).toBeGreaterThan(25);
    expect(codes.filter((code) => /代码|[A-Z_]{3,}|errors\./.test(reasonInWords({ code, facts: {} })))).toEqual([]);
  });

  it('with another exam at that time is told which one only by their own college', () => {
    const facts = { day: '2024-06-16', opens: '14:00', closes: '17:45', other: '第三次统考 网店运营推广 初级' };
    expect(reasonInWords({ code: 'CLASH', facts })).toBe(
      '与这名考生 2024年6月16日(周日) 14:00–17:45 的另一场考试（第三次统考 网店运营推广 初级）时间冲突，只能报一场。',
    );
    expect(reasonInWords({ code: 'CLASH', facts: { ...facts, other: '' } })).not.toContain('（');
  });
});

describe('a refusal', () => {
  it('keeps its code and reads its dates', () => {
    const refused = withDatesInWords(new ApiProblem(409, 'registration.closed', { lastDay: '2024-04-29' }));
    expect(refused).toMatchObject({ status: 409, code: 'registration.closed', facts: { lastDay: '2024年4月29日(周一)' } });
    expect(withDatesInWords(null)).toBeNull();
  });
});

describe('the words', () => {
  it('exist for every field under the heading that stands in the template', () => {
    const headings = [...source('RegistrationField.java').matchAll(/([A-Z_]+)\("([^"]+)"\)/g)].map((match) => [match[1], match[2]]);
    expect(headings.map(([field]) => field)).toEqual(FIELDS);
    expect(headings.filter(([field, heading]) => t(`registration.fields.${field}`) !== heading)).toEqual([]);
  });

  it('exist for every state, level, subject, kind and hindrance of the server', () => {
    expect(constants('RegistrationView', 'state')).toEqual(STATES);
    expect(constants('RegistrationView', 'level')).toEqual(LEVELS);
    const keys = [
      ...STATES.map((state) => `states.${state}`),
      ...LEVELS.map((level) => `levels.${level}`),
      ...constants('RegistrationView', 'records').map((subject) => `subjects.${subject}`),
      ...constants('RegistrationView', 'kind').map((kind) => `kinds.${kind}`),
      ...constants('CandidateView', 'state')
        .filter((state) => state !== 'ACCURATE')
        .map((state) => `pick.hindrances.${state}`),
      ...WORDS.map((word) => `workbook.${word}`),
    ];
    expect(keys.filter((key) => !messages.has(`registration.${key}`))).toEqual([]);
  });
});

describe('the check of the numbers', () => {
  it('is one sentence, and says registrations where people have several', () => {
    expect(checkInWords(totals({}))).toBe('12 人报考，应有 24 条记录，实有 24 条');
    expect(checkInWords(totals({ registrations: 13, records: 26, expectedRecords: 26 }))).toBe(
      '12 人报考（13 人次），应有 26 条记录，实有 26 条',
    );
  });

  it('fails by a single record', () => {
    expect(isConsistent(totals({}))).toBe(true);
    expect(isConsistent(totals({ records: 23 }))).toBe(false);
  });
});

describe('the deadline', () => {
  const at = (now: string, frozenAt: string | null = null): string => deadlineInWords(totals({ frozenAt }), Date.parse(now));

  it('is shown as the last second of the last day, with what is left in business time', () => {
    expect(at('2024-04-27T20:00:00+08:00')).toBe('报名截止 2024年4月29日(周一) 23:59:59，还剩 2 天 4 小时');
  });

  it('is over at exactly midnight, and the numbers are final only when they were declared so', () => {
    expect(at('2024-04-29T23:59:59+08:00')).toMatch(/^报名截止/);
    expect(at('2024-04-30T00:00:00+08:00')).toBe('报名已于 2024年4月29日(周一) 23:59:59 截止，正在锁定人数');
    expect(at('2024-04-30T00:00:02+08:00', '2024-04-30T00:00:01+08:00')).toMatch(/截止，人数已锁定$/);
  });
});

describe('somebody of the roster', () => {
  it('can be chosen only when the information is accurate and they are not registered yet', () => {
    expect(hindranceInWords({ state: 'ACCURATE' }, false)).toBe('');
    expect(hindranceInWords({ state: 'ACCURATE' }, true)).toBe('已报考这个等级');
    expect(hindranceInWords({ state: 'PHOTO_MISSING' }, false)).toBe('缺照片，先导入照片');
  });
});

describe('words that could be an ID number', () => {
  it('are told from names and classes', () => {
    expect(['999999200001010011', '９９９９９９ 20000101 001x', '99999920000101001'].every(looksLikeNumber)).toBe(true);
    expect(['电商2201班', '示范甲', '20220101'].some(looksLikeNumber)).toBe(false);
  });
});
