import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { messages } from '../../i18n.ts';
import DecisionDialog from './components/DecisionDialog.vue';
import DoubtTable from './components/DoubtTable.vue';
import IncidentList from './components/IncidentList.vue';
import SiteTable from './components/SiteTable.vue';
import WaiverDialog from './components/WaiverDialog.vue';
import { SHOWN, shown, sorted } from './returns.ts';
import {
  DOUBT_KINDS,
  HAND_INS,
  INCIDENT_KINDS,
  OUTCOMES,
  PROBLEM_CODES,
  REFUSALS,
  RETURN_STATES,
  type Doubt,
  type Incident,
  type Receipt,
  type ReturnPlan,
  type ReturnServer,
  type SiteReturn,
} from './types.ts';
import { adviceOf, doubtInWords, missingOf, problemInWords, serverInWords, slotInWords, standingOf, stateOf } from './words.ts';

const NOW = Date.parse('2024-05-18T13:00:00+08:00');
const plan = (some: Partial<ReturnPlan>): ReturnPlan =>
  ({ bundles: 4, complete: 4, runs: 100, scripts: 95, absent: 4, notStarted: 1, doubts: 0, incidents: 0, ...some }) as ReturnPlan;
const site = (name: string, some: Partial<SiteReturn> = {}): SiteReturn =>
  ({
    site: { id: name, name, college: { code: 'C', name: '学院' } },
    slot: 1,
    opens: '2024-05-18T08:30:00+08:00',
    closes: '2024-05-18T11:45:00+08:00',
    state: 'COMPLETE',
    problems: [],
    nodes: [],
    ...some,
  }) as SiteReturn;
const serverOf = (some: Partial<ReturnServer>): ReturnServer => ({
  id: 'n1',
  name: '主服务器',
  firstAt: null,
  lastAt: null,
  files: 0,
  arrived: 0,
  refused: 0,
  record: 0,
  withdrawn: false,
  awaited: true,
  waiver: null,
  ...some,
});
const doubt = (some: Partial<Doubt>): Doubt =>
  ({
    script: '0190f4a2-7c3b-7d1e-9a12-0369cf24bb30',
    site: { id: 's', name: '考点甲' },
    level: 'INTERMEDIATE',
    subject: 'THEORY',
    kind: 'LATE',
    facts: { revisions: 2, counts: 2 },
    open: true,
    decision: null,
    ...some,
  }) as Doubt;
const receipt = (some: Partial<Receipt>): Receipt =>
  ({
    node: 'n1',
    revision: 1,
    kind: 'CANDIDATE',
    handedInAt: '2024-05-18T11:31:12+08:00',
    answered: 38,
    hash: '9f2c41d7aa03',
    counts: false,
    ...some,
  }) as Receipt;
const names = new Map([
  ['n1', '主服务器'],
  ['n2', '备用服务器'],
]);

describe('a plan', () => {
  it('says what is missing before what is doubtful, and is done only without both', () => {
    expect(standingOf(plan({ complete: 3, doubts: 2 })).words).toBe('1 个时段未收齐');
    expect(standingOf(plan({ doubts: 2 }))).toEqual({ tone: 'warning', words: '已收齐，2 个疑点' });
    expect(standingOf(plan({}))).toEqual({ tone: 'success', words: '已收齐' });
  });

  it('of which nothing has come is no fault', () => {
    const before = plan({ complete: 0, scripts: 0, absent: 0, notStarted: 0 });
    expect(standingOf(before)).toEqual({ tone: 'neutral', words: '还没有收到' });
    expect(adviceOf(before).tone).toBe('info');
  });

  it('lets one go on only when all is here and nothing is doubtful', () => {
    const missing = adviceOf(plan({ complete: 3, scripts: 90, doubts: 2 }));
    expect(missing).toMatchObject({ tone: 'warning' });
    expect(missing.words).toContain('4 个考点时段中还有 1 个没有收齐，涉及考生 5 人次');
    expect(missing.words).toContain('另有 2 个疑点待处理');
    expect(adviceOf(plan({ complete: 3 })).words).toContain('还有 1 个没有收齐。收齐前');
    expect(adviceOf(plan({ complete: 3 })).words).not.toContain('疑点');
    expect(adviceOf(plan({ doubts: 2 }))).toMatchObject({ tone: 'warning' });
    expect(adviceOf(plan({}))).toMatchObject({ tone: 'success' });
  });

  it('misses everybody of whom there is neither a script nor the word that there is none', () => {
    expect(missingOf(plan({ scripts: 60 }))).toBe(35);
    expect(missingOf(plan({ scripts: 100 }))).toBe(0);
  });
});

describe('the sites of a plan', () => {
  const refused = site('拒', { state: 'COMING', problems: [{ code: 'REFUSED', facts: {} }] });
  const silent = site('默', { state: 'AWAITED' });
  const coming = site('来', { state: 'COMING' });
  const running = site('考', { state: 'AWAITED', closes: '2024-05-18T17:15:00+08:00' });
  const older = site('旧', { problems: [{ code: 'OLDER_VERSION', facts: {} }] });
  const complete = site('齐');
  const all = [complete, running, older, coming, silent, refused];

  it('come with what somebody has to see to first', () => {
    expect(sorted(all, NOW).map((one) => one.site.name)).toEqual(['拒', '默', '来', '旧', '考', '齐']);
  });

  it('can be those that have not sent everything, or where something is wrong', () => {
    expect(shown(all, 'OPEN').map((one) => one.site.name)).not.toContain('齐');
    expect(shown(all, 'OPEN')).toHaveLength(5);
    expect(shown(all, 'COMING')).toEqual([coming, refused]);
    expect(shown(all, undefined)).toHaveLength(6);
  });

  it('are not missed while they still sit', () => {
    expect(stateOf(running, NOW)).toEqual({ tone: 'neutral', words: '还没有考完' });
    expect(stateOf(silent, NOW)).toEqual({ tone: 'danger', words: '还没有收到' });
    expect(stateOf(refused, NOW).words).toBe('有文件不能接收');
    expect(stateOf(complete, NOW).tone).toBe('success');
  });

  it('say what is wrong and what to do', () => {
    const facts = { node: 'n1', name: '主服务器', files: 2, reasons: ['HASH', 'INCOMPLETE'] };
    expect(problemInWords({ code: 'REFUSED', facts })).toBe(
      '“主服务器”交来的 2 个文件不能接收：答案与考生交卷回执对不上、内容不完整。请保留这台服务器和现场，联系平台运营。',
    );
    expect(problemInWords({ code: 'SILENT', facts: { name: '主服务器' } })).toContain('请考点技术员确认');
  });

  it('say when they sat, and how much each server has sent', () => {
    expect(slotInWords(complete)).toBe('第 1 时段 2024年5月18日(周六) 08:30–11:45');
    const server = serverOf({});
    expect(serverInWords(server)).toBe('还没有联系');
    const at = '2024-05-18T12:20:00+08:00';
    expect(serverInWords({ ...server, firstAt: at, lastAt: at, files: 41, arrived: 22 })).toBe(
      '41 个文件收到 22 个，最近联系 2024年5月18日(周六) 12:20',
    );
  });
});

describe('an exam server of which something is missing', () => {
  const lost = serverOf({ withdrawn: true });
  const table = (one: SiteReturn, mayWaive: boolean) =>
    mount(SiteTable, { props: { sites: [one], withCollege: false, mayWaive, now: NOW } });

  it('is given up after the exam only, by who may, and once', async () => {
    const one = site('默', { state: 'COMING', nodes: [lost, serverOf({ id: 'n2', awaited: false })] });
    const buttons = table(one, true).findAll('el-button, button');
    expect(buttons).toHaveLength(1);
    const shown = table(one, true);
    await shown.find('el-button, button').trigger('click');
    expect(shown.emitted('waive')).toEqual([[one, lost]]);
    expect(shown.text()).toContain('已停用');
    expect(table(one, false).findAll('el-button, button')).toHaveLength(0);
    expect(table({ ...one, closes: '2024-05-18T17:15:00+08:00' }, true).findAll('el-button, button')).toHaveLength(0);
  });

  it('stays in the list with who gave it up and why', () => {
    const waiver = { reason: '机房失火', by: '宋雨桐', at: '2024-05-19T09:12:00+08:00' };
    const text = table(site('齐', { nodes: [serverOf({ awaited: false, waiver })] }), true).text();
    expect(text).toContain('已放弃等待：机房失火（宋雨桐，2024年5月19日(周日) 09:12）');
  });

  it('is not given up without a reason', async () => {
    const props = { modelValue: true, site: site('默'), server: lost, busy: false, refusal: null };
    const dialog = mount(WaiverDialog, { props, global: { stubs: { teleport: true, transition: false } } });
    await nextTick();
    await dialog.get('form').trigger('submit');
    expect(dialog.emitted('waive')).toBeUndefined();
    expect(dialog.text()).toContain('请写明理由。');
    await dialog.get('textarea').setValue(' 机房失火 ');
    await dialog.get('form').trigger('submit');
    expect(dialog.emitted('waive')).toEqual([['机房失火']]);
  });
});

describe('a doubt', () => {
  it('names servers by their names and reasons by their words', () => {
    const nodes = [
      { id: 'n1', name: '主服务器', revisions: 1 },
      { id: 'n2', name: '备用服务器', revisions: 2 },
    ];
    expect(doubtInWords(doubt({ kind: 'TWO_SCRIPTS', facts: { nodes } }))).toContain('（主服务器、备用服务器）');
    expect(doubtInWords(doubt({ kind: 'REFUSED', facts: { node: '主服务器', reason: 'HASH' } }))).toContain(
      '“主服务器”交来的答卷不能接收：答案与考生交卷回执对不上。',
    );
    expect(doubtInWords(doubt({ kind: 'SAYS_OTHERWISE', facts: { node: '主服务器', present: false, outcome: 'HANDED_IN' } }))).toBe(
      '监考员记的是“缺考”，考点服务器“主服务器”记的是“已交卷”。请向考点核实。',
    );
    expect(doubtInWords(doubt({}))).toContain('共有 2 版，现在计分的是第 2 版');
    expect(doubtInWords(doubt({ facts: { revisions: 2 } }))).not.toContain('现在计分');
  });

  it('is decided only where somebody can say what counts, and only by who may', () => {
    const doubts = [doubt({}), doubt({ kind: 'EMPTY', facts: {} })];
    const table = (mayDecide: boolean) =>
      mount(DoubtTable, {
        props: { plan: 'P', doubts, names, mayOpen: false, mayDecide, busy: false },
        global: { stubs: { RouterLink: true } },
      });
    expect(table(true).findAll('tbody button')).toHaveLength(1);
    expect(table(false).findAll('tbody button')).toHaveLength(0);
    expect(table(true).text()).toContain('供核对，不用决定');
  });

  it('that was decided stays, with what was decided, by whom and why', () => {
    const decision = { node: 'n1', revision: 1, reason: '补传晚于交卷', by: '宋雨桐', at: '2024-05-19T09:12:00+08:00' };
    const props = { plan: 'P', doubts: [doubt({ open: false, decision })], names, mayOpen: false, mayDecide: true, busy: false };
    const text = mount(DoubtTable, { props, global: { stubs: { RouterLink: true } } }).text();
    expect(text).toContain('以“主服务器”的第 1 版计分');
    expect(text).toContain('理由：补传晚于交卷');
    expect(text).toContain('宋雨桐，2024年5月19日(周日) 09:12');
    expect(text).toContain('重新决定');
  });
});

describe('a decision', () => {
  const stubs = { teleport: true, transition: false, RouterLink: true };
  async function dialog(receipts: Receipt[]) {
    const props = { modelValue: true, plan: 'P', doubt: doubt({}), receipts: null, unread: null, names, busy: false, refusal: null };
    const wrapper = mount(DecisionDialog, { props, global: { stubs } });
    await wrapper.setProps({ receipts });
    return wrapper;
  }

  it('needs one that counts and a reason', async () => {
    const wrapper = await dialog([receipt({}), receipt({ revision: 2, kind: 'LATE_SYNC' }), receipt({ node: 'n2' })]);
    await wrapper.get('textarea').setValue('考场记录有断网');
    await wrapper.get('form').trigger('submit');
    expect(wrapper.emitted('decide')).toBeUndefined();
    expect(wrapper.text()).toContain('请选择一版。');
    await wrapper.findAll('input[type=radio]')[1]?.setValue();
    await wrapper.get('form').trigger('submit');
    expect(wrapper.emitted('decide')).toEqual([['n1', 2, '考场记录有断网']]);
  });

  it('begins with the one that counts now', async () => {
    const wrapper = await dialog([receipt({}), receipt({ revision: 2, counts: true })]);
    const checked = wrapper.findAll<HTMLInputElement>('input[type=radio]').map((one) => one.element.checked);
    expect(checked).toEqual([false, true]);
  });
});

describe('an incident', () => {
  it('is told in the words of both sides', () => {
    const incident = {
      id: 'i',
      script: 'abcdefgh12345678',
      site: { id: 's', name: '考点甲' },
      level: 'ELEMENTARY',
      subject: 'PRACTICAL',
      kind: 'CHEATING',
      facts: '从衣袖中取出纸条',
      statement: '没有抄',
      number: 'JKC0000001',
      second: 'JKC0000002',
      at: '2024-05-18T09:12:30+08:00',
    } as Incident;
    const list = (one: Incident): string =>
      mount(IncidentList, { props: { plan: 'P', incidents: [one], mayOpen: false }, global: { stubs: { RouterLink: true } } }).text();
    for (const words of ['作弊', '从衣袖中取出纸条', '没有抄', 'JKC0000001、JKC0000002']) {
      expect(list(incident)).toContain(words);
    }
    expect(list({ ...incident, statement: '', second: null })).toContain('没有填写');
    expect(list({ ...incident, second: null })).not.toContain('、');
  });
});

describe('what the server may say', () => {
  it('has a word for each', () => {
    const keys = [
      ...RETURN_STATES.map((one) => `states.${one}`),
      ...SHOWN.map((one) => `shown.${one}`),
      ...PROBLEM_CODES.map((one) => `problems.${one}`),
      ...REFUSALS.map((one) => `refusals.${one}`),
      ...DOUBT_KINDS.flatMap((one) => [`doubts.${one}.name`, `doubts.${one}.words`]),
      ...INCIDENT_KINDS.map((one) => `kinds.${one}`),
      ...HAND_INS.map((one) => `handIns.${one}`),
      ...OUTCOMES.map((one) => `outcomes.${one}`),
    ];
    expect(keys.filter((key) => !messages.has(`script.${key}`))).toEqual([]);
  });
});
