import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { ApiProblem } from '../../api/problem.ts';
import { messages } from '../../i18n.ts';
import { problemText } from '../../shell/problemText.ts';
import { actOf, adviceOf, mayAppeal, mayApprove, mayDraw, stepOf, stepsInWords, waitsFor } from './advice.ts';
import ApproveDialog from './components/ApproveDialog.vue';
import IncidentList from './components/IncidentList.vue';
import NumbersPanel from './components/NumbersPanel.vue';
import PlanTable from './components/PlanTable.vue';
import ResultFilterBar from './components/ResultFilterBar.vue';
import ResultTable from './components/ResultTable.vue';
import ReviewTable from './components/ReviewTable.vue';
import RulingDialog from './components/RulingDialog.vue';
import {
  CONCLUSIONS,
  FINDINGS,
  INCIDENT_KINDS,
  LEVELS,
  OUTCOMES,
  PROBLEM_KINDS,
  REVIEW_STATES,
  SHEET_STATES,
  STATUSES,
  SUBJECTS,
  type Incident,
  type Result,
  type ResultPlan,
  type Review,
} from './types.ts';
import { changeInWords, digestInWords, drawnInWords, findingOf, scoreInWords, stateOf, withTimesInWords } from './words.ts';

const NOW = Date.parse('2024-06-11T09:00:00+08:00');
const plan = (some: Partial<ResultPlan> = {}): ResultPlan => ({
  plan: { code: 'P', name: '第一次统考' },
  state: 'DRAWN',
  stale: false,
  late: false,
  drawing: null,
  drawnAt: '2024-06-01T10:00:00+08:00',
  version: 3,
  digest: '3f2a91bc07de55aa3f2a91bc07de55aa3f2a91bc07de55aa3f2a91bc07de55aa',
  people: 1000,
  passed: 750,
  failed: 250,
  absent: 12,
  voided: 2,
  lost: 1,
  problems: 0,
  approvals: [],
  printed: { from: '2024-06-10', to: '2024-06-12' },
  opens: null,
  closes: null,
  reviews: { open: 0, decided: 0 },
  ...some,
});
const approvedBy = (login: string, name: string) => ({ login, name, at: '2024-06-02T09:00:00+08:00' });
const WINDOW = { opens: '2024-06-10T00:00:00+08:00', closes: '2024-06-13T00:00:00+08:00' };
const inPublicity = (some: Partial<ResultPlan> = {}): ResultPlan => plan({ state: 'PUBLICITY', ...WINDOW, ...some });
const body = { college: false, login: 'hongke', now: NOW };
const result = (some: Partial<Result> = {}): Result =>
  ({
    key: { candidate: 'c', registration: 'r' },
    name: '林晓',
    idNumber: '9999**********1234',
    ticket: '20240518000017',
    college: { code: 'C01', name: '示范职业学院' },
    className: '电商2201',
    site: { id: 's', name: '考点甲' },
    qualification: { code: 'WDYY', name: '网店运营推广' },
    level: 'INTERMEDIATE',
    entries: [
      { subject: 'THEORY', status: 'SCORED', score: 59, full: 100, lost: null },
      { subject: 'PRACTICAL', status: 'ABSENT', score: null, full: 100, lost: null },
    ],
    outcome: 'FAILED',
    settled: false,
    review: null,
    ...some,
  }) as Result;
const review = (some: Partial<Review> = {}): Review =>
  ({
    key: { candidate: 'c', id: 'v' },
    name: '林晓',
    ticket: '20240518000017',
    college: { code: 'C01', name: '示范职业学院' },
    level: 'INTERMEDIATE',
    subject: 'THEORY',
    reason: '第 12 题漏评',
    askedBy: '周敏',
    askedAt: '2024-06-10T09:00:00+08:00',
    state: 'OPEN',
    before: { status: 'SCORED', score: 59 },
    after: null,
    passedBefore: false,
    passedAfter: null,
    finding: null,
    proposedBy: null,
    proposedAt: null,
    decidedBy: null,
    decidedAt: null,
    version: 1,
    ...some,
  }) as Review;
const incident = (some: Partial<Incident> = {}): Incident =>
  ({
    incident: 'i',
    script: 's',
    site: { id: 's', name: '考点甲' },
    college: { code: 'C01', name: '示范职业学院' },
    name: '林晓',
    ticket: '20240518000017',
    level: 'INTERMEDIATE',
    subject: 'THEORY',
    kind: 'CHEATING',
    facts: '从衣袖中取出纸条',
    statement: '',
    at: '2024-05-18T09:12:00+08:00',
    superseded: false,
    ruling: null,
    ...some,
  }) as Incident;
const stubs = { RouterLink: true };

beforeEach(() => setActivePinia(createPinia()));

describe('what is to be done next', () => {
  it('is to wait, to draw up, or to settle what keeps it from being approved', () => {
    expect(adviceOf(plan({ state: 'NONE' }), body).words).toContain('点“汇总成绩”');
    expect(adviceOf(plan({ drawing: { job: 'j' } }), body).words).toContain('正在汇总');
    expect(adviceOf(plan({ problems: 3 }), body)).toMatchObject({ tone: 'warning', words: expect.stringContaining('还有 3 个问题') });
    expect(adviceOf(plan({ stale: true, problems: 3 }), body).words).toContain('请重新汇总');
    expect(adviceOf(plan(), body)).toMatchObject({ tone: 'info', words: expect.stringContaining('两名考务人员') });
  });

  it('is told to whom it falls to approve', () => {
    const half = plan({ state: 'HALF_APPROVED', approvals: [approvedBy('hongke', '宋雨桐')] });
    expect(adviceOf(half, body).words).toContain('您已审定');
    expect(adviceOf(half, { ...body, login: 'hongke2' }).words).toContain('宋雨桐已审定。请您核对');
  });

  it('is an alarm once the printed days have begun, with what is to be done', () => {
    const { tone, words } = adviceOf(plan({ late: true, problems: 2 }), body);
    expect(tone).toBe('warning');
    expect(words).toContain('6月10日–6月12日');
    expect(words).toContain('还有 2 个问题');
  });

  it('says how long the publicity lasts, and after it what still waits', () => {
    expect(adviceOf(inPublicity(), body).words).toBe('公示中，还有 1 天 15 小时。院校在公示期内可以申请复核。');
    expect(adviceOf(inPublicity({ reviews: { open: 2, decided: 1 } }), body).words).toContain('有 2 件复核待办');
    const over = { ...body, now: Date.parse(WINDOW.closes) };
    expect(adviceOf(inPublicity({ reviews: { open: 2, decided: 1 } }), over)).toMatchObject({ tone: 'warning' });
    expect(adviceOf(inPublicity(), over)).toMatchObject({ tone: 'info' });
  });

  it('tells a college nothing of what goes on before the results are public', () => {
    for (const state of SHEET_STATES.slice(0, 3)) {
      const { words } = adviceOf(plan({ state, late: true, problems: 4, approvals: [approvedBy('x', '宋雨桐')] }), {
        ...body,
        college: true,
      });
      expect(words).toBe('成绩还没有公示。通知印出的公示期：6月10日–6月12日。');
      expect(stateOf({ state }, true).words).toBe('未公示');
    }
  });

  it('on the workbench leads to where it is done, and is nothing when nothing waits', () => {
    const waits = (some: Partial<ResultPlan>) => waitsFor(plan(some), 'hongke', NOW).map(({ route, words }) => `${route} ${words}`);
    expect(waits({ state: 'NONE' })).toEqual(['result-plan 汇总成绩']);
    expect(waits({ state: 'NONE', drawing: { job: 'j' } })).toEqual([]);
    expect(waits({ problems: 1200, stale: true })).toEqual(['result-plan 重新汇总', 'result-problems 1,200 个问题']);
    expect(waits({})).toEqual(['result-plan 等您审定']);
    expect(waits({ state: 'HALF_APPROVED', approvals: [approvedBy('hongke', '宋雨桐')] })).toEqual([]);
    expect(waits({ state: 'PUBLICITY', ...WINDOW, reviews: { open: 2, decided: 0 } })).toEqual(['result-reviews 2 件复核待办']);
    expect(waits({ state: 'FINISHED', ...WINDOW, reviews: { open: 0, decided: 2 } })).toEqual([]);
  });
});

describe('a sheet', () => {
  it('is approved by somebody else than the first, and only when nothing speaks against it', () => {
    expect(mayApprove(plan(), 'hongke')).toBe(true);
    const half = plan({ state: 'HALF_APPROVED', approvals: [approvedBy('hongke', '宋雨桐')] });
    expect([mayApprove(half, 'hongke'), mayApprove(half, 'hongke2')]).toEqual([false, true]);
    for (const some of [{ stale: true }, { problems: 1 }, { drawing: { job: 'j' } }, { state: 'NONE' }, { state: 'APPROVED' }] as const) {
      expect(mayApprove(plan(some), 'hongke')).toBe(false);
    }
  });

  it('is drawn up until it is public, one at a time', () => {
    expect(SHEET_STATES.filter((state) => mayDraw(plan({ state })))).toEqual(['NONE', 'DRAWN', 'HALF_APPROVED', 'APPROVED']);
    expect(mayDraw(plan({ drawing: { job: 'j' } }))).toBe(false);
  });

  it('goes back to the first step when something has changed', () => {
    expect(SHEET_STATES.map((state) => stepOf(plan({ state })))).toEqual([0, 1, 1, 2, 2, stepsInWords().length]);
    expect(stepOf(plan({ stale: true }))).toBe(0);
    expect(stepOf(plan({ problems: 1 }))).toBe(0);
  });

  it('says what came of drawing it up', () => {
    expect(drawnInWords({ facts: { people: 1200, problems: 0 } })).toEqual({ tone: 'success', words: '已汇总 1,200 名考生的成绩。' });
    expect(drawnInWords({ facts: { people: 12, problems: 3 } })).toMatchObject({
      tone: 'warning',
      words: expect.stringContaining('3 个问题'),
    });
  });

  it('has a digest that two people can compare by voice', () => {
    expect(digestInWords('3f2a91bc07de55aa99')).toBe('3f2a 91bc 07de 55aa');
    expect(digestInWords('')).toBe('');
  });
});

describe('asking for a review', () => {
  it('is possible in the window and at no other time', () => {
    expect(mayAppeal(inPublicity(), NOW)).toBe(true);
    expect(mayAppeal(inPublicity(), Date.parse(WINDOW.closes))).toBe(false);
    expect(mayAppeal(plan({ state: 'APPROVED', ...WINDOW }), NOW)).toBe(false);
  });

  it('is offered for those of whom no review waits', () => {
    const rows = [result(), result({ review: 'OPEN', key: { candidate: 'c', registration: 'r2' } })];
    const table = (may: boolean) =>
      mount(ResultTable, { props: { results: rows, withCollege: false, mayAppeal: may, mayTakeBack: false } });
    expect(table(true).findAll('tbody button')).toHaveLength(1);
    expect(table(false).findAll('tbody button')).toHaveLength(0);
  });
});

describe('a review', () => {
  it('is taken back by the college, concluded and confirmed by the body, each in its state', () => {
    const acts = (college: boolean) => REVIEW_STATES.map((state) => actOf({ state }, college));
    expect(acts(true)).toEqual(['withdraw', null, null, null, null]);
    expect(acts(false)).toEqual(['conclude', 'confirm', null, null, null]);
  });

  it('shows what was before, and after it what is known', () => {
    expect(changeInWords(review())).toEqual({ before: '59，不合格', after: null });
    const corrected = review({ after: { status: 'SCORED', score: 61 }, passedAfter: true });
    expect(changeInWords(corrected).after).toBe('61，合格');
  });

  it('names who asked, proposed and decided', () => {
    const one = review({
      state: 'CORRECTED',
      finding: '漏评 2 分',
      proposedBy: '宋雨桐',
      proposedAt: '2024-06-11T09:00:00+08:00',
      decidedBy: '何川',
      decidedAt: '2024-06-11T10:00:00+08:00',
    });
    const text = mount(ReviewTable, { props: { reviews: [one], withCollege: true, actOf: () => null } }).text();
    for (const words of ['周敏，2024年6月10日(周一) 09:00', '提出：宋雨桐', '办结：何川', '漏评 2 分', '示范职业学院']) {
      expect(text).toContain(words);
    }
  });
});

describe('an incident', () => {
  it('must be ruled on where it may cost somebody the score', () => {
    expect(INCIDENT_KINDS.filter((kind) => findingOf(incident({ kind })).tone === 'warning')).toEqual(['DISCIPLINE', 'CHEATING']);
    const ruling = { finding: 'DISMISSED', reason: '查无实据', by: '宋雨桐', at: '2024-05-20T09:00:00+08:00' } as const;
    expect(findingOf(incident({ ruling }))).toEqual({ tone: 'success', words: '不予处理' });
    const text = mount(IncidentList, { props: { incidents: [incident({ ruling })], mayRule: true } }).text();
    expect(text).toContain('查无实据');
    expect(text).toContain('重新认定');
  });

  it('says so where the newest record of the room does not hold it, and is ruled on all the same', () => {
    const text = (superseded: boolean) => mount(IncidentList, { props: { incidents: [incident({ superseded })], mayRule: true } }).text();
    expect(text(true)).toContain('记录已更正');
    expect(text(true)).toContain('待认定');
    expect(text(false)).not.toContain('记录已更正');
  });

  it('is ruled on with a finding and a reason', async () => {
    const props = { modelValue: true, incident: incident(), busy: false, refusal: null };
    const dialog = mount(RulingDialog, { props, global: { stubs: { teleport: true, transition: false } } });
    await nextTick();
    await dialog.get('textarea').setValue('监控可见');
    await dialog.get('form').trigger('submit');
    expect(dialog.emitted('rule')).toBeUndefined();
    expect(dialog.text()).toContain('请选择认定结论。');
    await dialog.findAll('input[type=radio]')[1]?.setValue();
    await dialog.get('form').trigger('submit');
    expect(dialog.emitted('rule')).toEqual([['SUBJECT_VOID', '监控可见']]);
  });
});

describe('the lists', () => {
  it('show a score with the full marks, and the reason where there is none', () => {
    const text = mount(ResultTable, { props: { results: [result()], withCollege: true, mayAppeal: false, mayTakeBack: false } }).text();
    expect(text).toContain('59 / 100');
    expect(text).toContain('缺考');
    expect(scoreInWords({ status: 'SCORED', score: 0 })).toBe('0');
  });

  it('show a college no numbers before the results are public, and no problems ever', () => {
    const hidden = plan({ people: null, passed: null, failed: null, absent: null, voided: null, lost: null, problems: null });
    const props = { plan: hidden, college: true };
    expect(mount(NumbersPanel, { props }).text()).not.toMatch(/\d/);
    const table = mount(PlanTable, { props: { plans: [hidden], college: true }, global: { stubs } });
    expect(table.text()).not.toContain('待处理问题');
    expect(table.text()).toContain('未公示');
  });

  it('count the share of those who passed', () => {
    expect(mount(NumbersPanel, { props: { plan: plan(), college: false } }).text()).toContain('75.0%');
    expect(mount(NumbersPanel, { props: { plan: plan({ people: 0, passed: 0 }), college: false } }).text()).not.toContain('NaN');
  });

  it('never look for ID numbers, because addresses are kept', async () => {
    const bar = mount(ResultFilterBar, { props: { filters: { text: '999999200001011236' }, colleges: [] } });
    await bar.get('form').trigger('submit');
    expect(bar.emitted('filter')).toBeUndefined();
    expect(bar.text()).toContain('不能用身份证号查询');
  });
});

describe('approving', () => {
  async function text(some: Partial<ResultPlan>): Promise<string> {
    const props = { modelValue: true, plan: plan(some), lost: [], busy: false, refusal: null };
    const dialog = mount(ApproveDialog, { props, global: { stubs: { ...stubs, teleport: true, transition: false } } });
    await nextTick();
    return dialog.text();
  }

  it('names the numbers and the digest that are approved', async () => {
    const said = await text({});
    for (const words of ['1,000', '750', '3f2a 91bc 07de 55aa', '第 3 版', '您是第一人']) {
      expect(said).toContain(words);
    }
  });

  it('as the second says that it opens the publicity, and when it is late how', async () => {
    const approvals = [approvedBy('hongke2', '何川')];
    const said = await text({ approvals });
    expect(said).toContain('何川已于');
    expect(said).toContain('按通知印出的日期公示：6月10日–6月12日');
    expect(await text({ approvals, late: true })).toContain('审定后立即公示，从次日起满印出的天数');
  });
});

describe('a refusal', () => {
  it('tells its moments as people read them', () => {
    const facts = { until: '2024-05-19T12:15:00+08:00' };
    expect(problemText(withTimesInWords(new ApiProblem(409, 'result.may-still-come', facts)))).toContain('2024年5月19日(周日) 12:15');
    const window = new ApiProblem(409, 'result.not-public', { ...WINDOW });
    expect(problemText(withTimesInWords(window))).toContain('2024年6月10日(周一) 00:00 至 2024年6月12日(周三) 23:59:59');
  });
});

describe('what the server may say', () => {
  it('has a word for each', () => {
    const keys = [
      ...SHEET_STATES.map((one) => `states.${one}`),
      ...PROBLEM_KINDS.flatMap((one) => [`problems.kinds.${one}`, `problems.todos.${one}`]),
      ...LEVELS.map((one) => `levels.${one}`),
      ...SUBJECTS.map((one) => `subjects.${one}`),
      ...STATUSES.map((one) => `statuses.${one}`),
      ...OUTCOMES.map((one) => `outcomes.${one}`),
      ...INCIDENT_KINDS.map((one) => `incidents.kinds.${one}`),
      ...FINDINGS.flatMap((one) => [`findings.${one}`, `ruling.means.${one}`]),
      ...REVIEW_STATES.map((one) => `reviews.states.${one}`),
      ...CONCLUSIONS.flatMap((one) => [`conclusion.means.${one}`, `reviews.done.${one}`]),
    ];
    expect(keys.filter((key) => !messages.has(`result.${key}`))).toEqual([]);
  });
});
