import { describe, expect, it } from 'vitest';
import { ApiProblem, asProblem, readProblem } from './problem.ts';
import { problemText, ruleText } from '../shell/problemText.ts';

describe('a refusal', () => {
  it('keeps code, facts and the places in the file', () => {
    const problems = [{ file: 'x.yaml', line: 12, field: 'plans[0].deadline', rule: 'date-iso', facts: { value: '4月29日' } }];
    const problem = readProblem(422, { code: 'plan.notice-invalid', facts: {}, problems });
    expect(problem.code).toBe('plan.notice-invalid');
    expect(problem.problems).toEqual(problems);
    expect(problem.problems.map(ruleText)).toEqual(['日期要写成 2024-04-29 这样的形式，现在是“4月29日”。']);
  });

  it('may carry the places among its facts', () => {
    expect(readProblem(422, { code: 'plan.notice-invalid', facts: { problems: [{ rule: 'empty' }] } }).problems).toHaveLength(1);
  });

  it('says how many seconds to wait, from the header or from the facts', () => {
    expect(problemText(readProblem(429, { code: 'access.too-many-attempts' }, '287'))).toContain('请在 287 秒后再试');
    expect(problemText(readProblem(429, { code: 'access.too-many-attempts', facts: { retryAfterSeconds: 30 } }))).toContain(
      '请在 30 秒后再试',
    );
    expect(problemText(readProblem(429, { code: 'access.too-many-attempts' }))).not.toContain('秒');
  });

  it('of a proxy without a code becomes a known sentence', () => {
    expect(readProblem(502, '<html>').code).toBe('web.server-failed');
    expect(readProblem(418, null).code).toBe('web.unexpected');
  });

  it('with a code that nobody translated shows the code', () => {
    expect(problemText(new ApiProblem(409, 'plan.brand-new'))).toContain('plan.brand-new');
  });

  it('with places of the wrong form does not break the page', () => {
    expect(readProblem(422, { code: 'x', problems: [null, 3, { line: 'a' }] }).problems).toEqual(
      Array.from({ length: 3 }, () => ({ file: null, line: null, field: null, rule: 'unknown', facts: {} })),
    );
  });

  it('is what any other error becomes', () => {
    expect(asProblem(new TypeError('x')).code).toBe('web.unexpected');
  });
});
