import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { flawOf, looksLikeIdNumber, plainNumber } from '@onex/client';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../api/problem.ts';
import { messages, t } from '../../i18n.ts';
import { WORDS } from '../../shell/intake/kind.ts';
import { roster } from './roster.ts';
import { FIELDS, KINDS, STATES, type Finding } from './types.ts';
import { adviceFor, fieldsInWords, problemInWords, problemsOf } from './words.ts';

const SERVER = resolve(import.meta.dirname, '../../../../../../server/center/src/main/java/org/onex/center/candidate');
const source = (file: string): string => readFileSync(resolve(SERVER, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
const constants = (text: string): string[] => [...text.matchAll(/^\s*([A-Z][A-Z_]+)\s*(?:\(|,|;|$)/gm)].map((match) => match[1] ?? '');
const codes = constants(/enum FormFlaw \{([^;]*);/.exec(source('FormFlaw.java'))?.[1] ?? '');

describe('a cell with a problem', () => {
  it('has a sentence for every code of the server', () => {
    expect(codes.length).toBeGreaterThan(14);
    expect(codes.filter((code) => !messages.has(`candidate.problems.${code}`) && !messages.has(`intake.problems.${code}`))).toEqual([]);
  });

  it('says what may be written, and does not list all nations', () => {
    expect(problemInWords({ code: 'CHOICE_UNKNOWN', facts: { choices: ['院校考生', '社会考生'] } })).toBe('只能填：院校考生、社会考生。');
    const nations = Array.from({ length: 57 }, (_, index) => `${index}族`);
    expect(problemInWords({ code: 'CHOICE_UNKNOWN', facts: { choices: nations } })).toBe('只能填：0族、1族、2族等 57 项之一。');
  });

  it('says its facts', () => {
    expect(problemInWords({ code: 'ID_LENGTH', facts: { length: 17 } })).toBe('身份证号应为 18 位，现在是 17 位。');
    expect(problemInWords({ code: 'ROW_TWICE', facts: { first: 12 } })).toBe('与第 12 行的身份证号相同。请只保留一行。');
  });
});

describe('the words', () => {
  it('exist for every field under the heading that stands in the template', () => {
    const headings = [...source('Field.java').matchAll(/([A-Z_]+)\("([^"]+)"\)/g)].map((match) => [match[1], match[2]]);
    expect(headings.map(([field]) => field)).toEqual(FIELDS);
    expect(headings.filter(([field, heading]) => t(`candidate.fields.${field}`) !== heading)).toEqual([]);
  });

  it('exist for every state and kind', () => {
    expect(constants(/enum InformationState \{([\s\S]*)\}/.exec(source('InformationState.java'))?.[1] ?? '')).toEqual(STATES);
    const keys = [...STATES.flatMap((state) => [`states.${state}`, `advice.${state}`]), ...KINDS.map((kind) => `kinds.${kind}`)];
    expect(keys.filter((key) => !messages.has(`candidate.${key}`))).toEqual([]);
  });
});

describe('a roster', () => {
  it('says everything that an import says in its own words', () => {
    expect(WORDS.filter((word) => !messages.has(`candidate.roster.${word}`))).toEqual([]);
  });

  it('leads from a row that was entered to its candidate', () => {
    const row = { number: 4, verdict: 'ADDED' as const, entered: true, values: {}, problems: [] };
    expect(roster.pageOf?.({ ...row, subject: 'c/e' })).toEqual({ name: 'candidate', params: { candidate: 'c', enrolment: 'e' } });
    expect(roster.pageOf?.({ ...row, subject: null })).toBeNull();
  });
});

describe('what to do next', () => {
  const found = (result: Finding['result']): Finding => ({ id: '1', name: '示范甲', result, at: '', by: '', remark: '' });

  it('names what is missing', () => {
    expect(fieldsInWords(['PHONE', 'CONSENT'])).toBe('手机号码、已签个人信息授权书');
    expect(adviceFor({ state: 'INCOMPLETE', missing: ['PHONE'] }, undefined)).toMatch(/^还缺：手机号码。/);
  });

  it('in doubt depends on what the check found', () => {
    expect(adviceFor({ state: 'DOUBTFUL', missing: [] }, found('MISMATCH'))).toContain('姓名与身份证号不一致');
    expect(adviceFor({ state: 'DOUBTFUL', missing: [] }, found('NOT_FOUND'))).toContain('查不到这个身份证号');
    expect(adviceFor({ state: 'DOUBTFUL', missing: [] }, undefined)).toContain('实名认证没有通过');
  });
});

describe('a refused form', () => {
  it('names its fields, and nothing that is none', () => {
    const problem = { field: 'PHONE', code: 'PHONE_INVALID', facts: {} };
    expect(problemsOf(new ApiProblem(422, 'candidate.invalid', { problems: [problem, null, 3, { field: 'X' }] }))).toEqual([problem]);
    expect(problemsOf(new ApiProblem(409, 'candidate.changed'))).toEqual([]);
    expect(problemsOf(null)).toEqual([]);
  });
});

describe('an ID number that somebody looks for', () => {
  it('is known from a name and a student number', () => {
    expect(
      ['99999920060101001', '999999200601010017', ' 99999920060101001x', '９９９９９９２００６０１０１００１７'].every(looksLikeIdNumber),
    ).toBe(true);
    expect(['示范甲', '2022010101', '20220101010199', 'X'].some(looksLikeIdNumber)).toBe(false);
  });

  it('is taken as people paste it', () => {
    expect(plainNumber('９９９９９９ 20060101-001x')).toBe('99999920060101001X');
  });

  it('with a digit too few or mistyped is told apart before anybody asks', () => {
    expect(flawOf('999999200001010011')).toBeNull();
    expect(flawOf('99999920060101001')).toBe('length');
    expect(flawOf('999999200001010012')).toBe('check');
  });
});
