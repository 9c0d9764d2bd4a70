import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ApiProblem } from '@onex/client';
import { describe, expect, it } from 'vitest';
import { problemText, sentences } from './i18n.ts';
import { LEVELS, OUTCOMES, REASONS, STATES, STATUSES, SUBJECTS, VERDICTS } from './types.ts';

const CODES = resolve(import.meta.dirname, '../../../../server/center/src/main/resources/error-codes.txt');
/** What the server refuses here; officers' doings with results and certificates are not the portal's. */
const OFFICERS =
  /^(result\.(?!not-found|too-many-inquiries)|certificate\.(already-signed|changed|not-broken|files-missing|issue-unknown|no-such|nothing-to-sign|reason-missing|unknown)$)/;

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(vue|ts)$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(resolve(import.meta.dirname, file), 'utf8') }));
const all = sources.map(({ text }) => text).join('\n');

describe('the sentences of the portal', () => {
  it('exist for what results and certificates refuse to people without an account', () => {
    const codes = readFileSync(CODES, 'utf8')
      .split('\n')
      .filter((code) => /^(result|certificate)\./.test(code) && !OFFICERS.test(code));
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => !sentences.has(`errors.${code}`))).toEqual([]);
  });

  it('exist for every key that a page names', () => {
    const named = [...all.matchAll(/'((?:[a-z]\w*\.)+\w+)'/g)]
      .map((match) => match[1] ?? '')
      .filter((key) => !/\.(vue|ts|css|json)$/.test(key));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((key) => !sentences.has(key) && !/^certificate\.(none|no-such)$/.test(key))).toEqual([]);
  });

  it('exist for every value that the server may say', () => {
    const keys = [
      ...STATES.flatMap((state) => [`own.states.${state}`, `own.means.${state}`]),
      ...LEVELS.map((level) => `own.levels.${level}`),
      ...SUBJECTS.map((subject) => `own.subjects.${subject}`),
      ...STATUSES.map((status) => `own.statuses.${status}`),
      ...OUTCOMES.map((outcome) => `own.outcomes.${outcome}`),
      ...REASONS.map((reason) => `certificate.reasons.${reason}`),
      ...VERDICTS.flatMap((verdict) => [`verify.verdicts.${verdict}`, `verify.means.${verdict}`]),
      'flaws.idNumber.length',
      'flaws.idNumber.check',
    ];
    expect(keys.filter((key) => !sentences.has(key))).toEqual([]);
  });

  it('are all used', () => {
    const families = [...all.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1] ?? '');
    const dead = [...sentences.all.keys()].filter(
      (key) => !key.startsWith('errors.') && !all.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
    );
    expect(dead).toEqual([]);
  });

  it('stand in the locale file and not in the sources', () => {
    const strip = (text: string): string => text.replace(/\/\*\*[\s\S]*?\*\//g, '').replaceAll('壹加', '');
    expect(sources.filter(({ text }) => /\p{Script=Han}/u.test(strip(text))).map(({ file }) => file)).toEqual([]);
  });

  it('say how long to wait only where that is known', () => {
    const code = 'result.too-many-inquiries';
    expect(problemText(new ApiProblem(429, code, { retryAfterSeconds: 30 }))).toContain('请在 30 秒后再试');
    expect(problemText(new ApiProblem(429, code))).toContain('请再试');
  });
});
