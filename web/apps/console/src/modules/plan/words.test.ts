import { describe, expect, it } from 'vitest';
import { messages } from '../../i18n.ts';
import { fileProblemInWords, originInWords, ruleInWords, warningInWords, warningsOfPlan } from './words.ts';

/** Each warning of the contract with the facts that the server sends. */
const WARNINGS: Record<string, Record<string, unknown>> = {
  'printed-breaks-rule': { rule: '-14 d', computed: '2024-09-12', printed: '2024-09-14' },
  'rule-read-otherwise': { says: '考前7日', rule: '-7 d', read: '+7 d' },
  'certificates-before-publicity-ends': { from: '2024-06-01', publicityEnds: '2024-06-03' },
  'tickets-before-seating-ends': { from: '2024-05-06', seatingEnds: '2024-05-06' },
  'window-mostly-holiday': { from: '2024-05-01', to: '2024-05-06', holidays: 5, workingDays: 1 },
  'setup-before-deadline': { from: '2024-04-18', deadline: '2024-04-29' },
  'name-repeated': { name: '2023年第十次全国统考', count: 4 },
  'name-differs': { name: '甲', also: '乙' },
  'printed-number-missing': { sequence: 3 },
  'subject-windows-overlap': { windows: ['理论 14:00–15:00', '实操 14:00–16:00'] },
  'levels-overlap': { qualification: '网店运营推广职业技能等级证书', one: 'ELEMENTARY', other: 'ADVANCED' },
  'priced-not-offered': { qualification: '网店运营推广职业技能等级证书', level: 'ADVANCED', amount: '360.00' },
  'lower-level-dearer': { qualification: '网店', level: 'ELEMENTARY', amount: '380.00', above: 'INTERMEDIATE', aboveAmount: '360.00' },
  'deadline-is-payment-due': { date: '2024-09-14' },
  'deadline-on-exam-day': { date: '2024-09-14', otherPlan: '第二次统考' },
  'read-otherwise': { section: '一', says: '初级 14:00', read: '一个时段' },
  'printed-alias': { printedAs: '新媒体营销等职业技能等级证书', name: '新媒体营销职业技能等级证书' },
};

describe('a warning', () => {
  it.each(Object.entries(WARNINGS))('%s is a Chinese sentence that holds its facts', (code, facts) => {
    const wire = code.toUpperCase().replaceAll('-', '_');
    const sentence = warningInWords({ code: wire, facts } as never);
    expect(sentence).toMatch(/。$/);
    expect(sentence).not.toMatch(/[[\]{}]|—|ELEMENTARY|ADVANCED|\d{4}-\d{2}-\d{2}/);
    expect(warningInWords({ code, facts: {} } as never)).not.toContain('—');
  });

  it('says dates, rules and levels in words', () => {
    expect(warningInWords({ code: 'printed-breaks-rule', facts: WARNINGS['printed-breaks-rule'] } as never)).toBe(
      '印出的日期 2024年9月14日(周六) 与通知自己的规则“考前 14 日”不符，按规则应为 2024年9月12日(周四)；以印出的日期为准。',
    );
    expect(warningInWords({ code: 'levels-overlap', facts: WARNINGS['levels-overlap'] } as never)).toContain('初级与高级');
  });

  it('of every code that has a sentence is tried here', () => {
    const written = [...messages.keys()].filter((key) => key.startsWith('plan.warnings.')).map((key) => key.slice(14));
    expect(written.filter((code) => code !== 'unknown').sort()).toEqual(Object.keys(WARNINGS).sort());
  });

  it('without a sentence shows its code', () => {
    expect(warningInWords({ code: 'brand-new', facts: {} } as never)).toContain('brand-new');
  });

  it('of a stage names the stage', () => {
    const warning = { code: 'printed-alias', facts: {} };
    const plan = { warnings: [], deadline: { warnings: [] }, stages: [{ name: '成绩公示', warnings: [warning] }] };
    expect(warningsOfPlan(plan as never)).toEqual([expect.stringMatching(/^成绩公示：/)]);
  });
});

describe('a problem of a notice file', () => {
  const said = (rule: string, facts: Record<string, unknown>) => fileProblemInWords({ file: null, line: 1, field: 'x', rule, facts });

  it('says constants of the server in words', () => {
    expect(said('SUBJECTS_OF_SCHEME', { expected: ['THEORY', 'PRACTICAL'] })).toBe('场次的科目与考核方案不一致：方案要求 理论、实操。');
    expect(said('LEVEL_WITHOUT_SCHEME', { qualification: '甲', level: 'ADVANCED' })).toBe('甲没有登记高级这个等级的考核方案。');
  });

  it('keeps what has to be written in the file', () => {
    expect(said('CHOICE', { value: 'TEST', allowed: ['EXAM', 'OTHER'] })).toContain('可选：EXAM、OTHER');
    expect(said('DATE_ISO', { value: '4月29日' })).toContain('“4月29日”');
  });

  it.each([
    ['FOREIGN_QUALIFICATION', '证书“X”属于另一家评价组织，不能由本机构开考。'],
    ['CODE_FORM', '编号“X”只能用大写字母、数字和连字符。'],
  ])('%s names the value', (rule, words) => {
    expect(said(rule, { value: 'X' })).toBe(words);
  });
});

describe('a rule', () => {
  it.each([
    ['-14 d', '考前 14 日'],
    ['exam -14 d', '考前 14 日'],
    ['until -7 working days', '截至考前 7 个工作日'],
    ['from publicity +1 d', '公示结束后 1 日起'],
    ['+10 d for 5 d', '考试后 10 日起，共 5 日'],
    ['-21 d until -14 d', '考前 21 日至考前 14 日'],
    ['deadline +2 working days', '报名截止后 2 个工作日'],
  ])('%s reads %s', (rule, words) => {
    expect(ruleInWords(rule)).toBe(words);
  });

  it('of another form stays as it is', () => {
    expect(ruleInWords('when ready until done')).toBe('when ready until done');
  });
});

describe('an origin', () => {
  it('names the section where there is one', () => {
    expect(originInWords({ kind: 'PRINTED', section: '四', reason: null } as never)).toBe('原文 四');
    expect(originInWords({ kind: 'RULE', section: null, reason: null } as never)).toBe('按规则');
    expect(originInWords({ kind: 'ASSUMED', section: null, reason: '未印' } as never)).toBe('假定');
  });
});
