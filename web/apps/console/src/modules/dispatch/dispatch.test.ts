import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { messages } from '../../i18n.ts';
import BundleNodes from './components/BundleNodes.vue';
import { BUNDLE_STATES, DELIVERY_STATES, PROBLEMS, WARNINGS, type Bundle, type Delivery, type DispatchPlan } from './types.ts';
import { deliveryInWords, findingInWords, packedInWords, refusalInWords, slotInWords, standingOf } from './words.ts';

const plan = (some: Partial<DispatchPlan>): DispatchPlan =>
  ({ bundles: 4, packed: 4, stale: 0, blocked: 0, installed: 4, ...some }) as DispatchPlan;
const delivery = (some: Partial<Delivery>): Delivery =>
  ({ id: 'n', name: '实训楼服务器', version: 3, state: 'INSTALLED', problem: null, at: null, keys: 0, ...some }) as Delivery;

describe('a plan', () => {
  it('says what is in the way before what is done', () => {
    expect(standingOf(plan({ blocked: 1, stale: 2, packed: 1 }))).toEqual({ tone: 'danger', words: '1 个不能打包' });
    expect(standingOf(plan({ stale: 2, installed: 1 }))).toEqual({ tone: 'warning', words: '2 个要重新打包' });
    expect(standingOf(plan({ packed: 1, installed: 0 })).words).toBe('3 个未打包');
    expect(standingOf(plan({ installed: 3 }))).toEqual({ tone: 'primary', words: '1 个还没有装好' });
    expect(standingOf(plan({}))).toEqual({ tone: 'success', words: '全部装好' });
  });
});

describe('a bundle', () => {
  it('has a word for each state', () => {
    const keys = [...BUNDLE_STATES.map((state) => `states.${state}`), ...DELIVERY_STATES.map((state) => `deliveries.${state}`)];
    expect(keys.filter((key) => !messages.has(`dispatch.${key}`))).toEqual([]);
  });

  it('says when its slot is', () => {
    const slot = { number: 2, opens: '2024-05-18T14:00:00+08:00', closes: '2024-05-18T17:45:00+08:00' };
    expect(slotInWords(slot as Bundle['slot'])).toBe('第 2 时段 2024年5月18日(周六) 14:00–17:45');
  });

  it('says what a server told of the newest version, or when it last told of an older one', () => {
    const at = '2024-05-16T10:00:00+08:00';
    expect(deliveryInWords(delivery({ at }))).toEqual({ tone: 'success', words: '已装好', note: '2024年5月16日(周四) 10:00 报告' });
    expect(deliveryInWords(delivery({ state: 'WAITING', version: 2, at }))).toEqual({
      tone: 'primary',
      words: '等待接收',
      note: '上次报告的是第 2 版，2024年5月16日(周四) 10:00',
    });
    expect(deliveryInWords(delivery({ state: 'WAITING', version: null })).note).toBe('');
  });

  it('that a server did not take says why and what to do', () => {
    expect(refusalInWords(delivery({ state: 'REFUSED', problem: 'courier.bundle-format' }))).toBe(
      '服务器的版本不认识这个考试包。请技术员升级服务器。',
    );
    expect(refusalInWords(delivery({ state: 'REFUSED', problem: 'courier.new' }))).toContain('代码 courier.new');
    expect(refusalInWords(delivery({ problem: 'courier.bundle-format' }))).toBe('');
  });

  it('shows no delivery before it is packed, and misses a server where there is none', () => {
    const nodes = (bundle: Pick<Bundle, 'version' | 'nodes'>): string =>
      mount(BundleNodes, { props: { bundle: { sessions: 2, ...bundle } } }).text();
    expect(nodes({ version: null, nodes: [delivery({ state: 'WAITING' })] })).toBe('实训楼服务器');
    expect(nodes({ version: 3, nodes: [] })).toContain('没有登记考点服务器');
    expect(nodes({ version: 3, nodes: [delivery({ keys: 1 })] })).toContain('已领取 2 把试卷密钥中的 1 把');
  });
});

describe('packing', () => {
  it('tells how many bundles were packed, and leaves out what did not happen', () => {
    expect(packedInWords({ facts: { packed: 1200, unchanged: 0, blocked: 0 } })).toEqual({
      tone: 'success',
      words: '已打包 1,200 个考试包。',
    });
    expect(packedInWords({ facts: { packed: 0, unchanged: 3, blocked: 2 } })).toEqual({
      tone: 'warning',
      words: '已打包 0 个考试包。3 个没有变化。2 个不能打包，原因见下表。',
    });
  });
});

describe('what packing found', () => {
  it('has a sentence for each', () => {
    const keys = [...PROBLEMS.map((code) => `problems.${code}`), ...WARNINGS.map((code) => `warnings.${code}`)];
    expect(keys.filter((key) => !messages.has(`dispatch.${key}`))).toEqual([]);
  });

  it('reads constants and times as people do', () => {
    const facts = { qualification: '网店运营推广', level: 'ELEMENTARY', subject: 'PRACTICAL' };
    expect(findingInWords({ code: 'NO_PAPER', facts }, 'problems')).toContain('网店运营推广（初级）实操没有封存的试卷。');
    const open = { code: 'ENTRY_OPEN', facts: { entryOpenedAt: '2024-05-18T08:00:00+08:00' } } as const;
    expect(findingInWords(open, 'problems')).toBe('考生已于 2024年5月18日(周六) 08:00 开始入场，考试包不能再改。');
    expect(findingInWords({ code: 'NO_INVIGILATOR', facts: { rooms: ['301', '302'] } }, 'warnings')).toMatch(/^301、302 没有/);
  });

  it('is another matter in production than in a rehearsal', () => {
    const drill = { code: 'PAPER_IS_DRILL', facts: { qualification: '网店运营推广', level: 'ADVANCED', subject: 'THEORY' } } as const;
    expect(findingInWords(drill, 'problems')).toContain('不能用于正式考试');
    expect(findingInWords(drill, 'warnings')).toContain('只能用于演示和演练');
  });
});
