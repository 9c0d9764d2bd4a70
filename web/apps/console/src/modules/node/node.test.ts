import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { messages } from '../../i18n.ts';
import NodeChecks from './components/NodeChecks.vue';
import { CHECKS, type Check } from './types.ts';
import { checkInWords, daysInWords, sitesInWords, skewInWords, spaceInWords, stateOf } from './words.ts';

const GIGABYTE = 1_000_000_000;
const check = (kind: Check['kind'], passed: boolean, facts: Check['facts'] = {}): Check => ({ kind, passed, facts });
const words = (...[kind, passed, facts]: Parameters<typeof check>): string => checkInWords(check(kind, passed, facts)).words;

describe('a check', () => {
  it('has a name and both verdicts for each kind', () => {
    const keys = CHECKS.flatMap((kind) => ['label', 'passed', 'failed'].map((part) => `node.checks.${kind}.${part}`));
    expect(keys.filter((key) => !messages.has(key))).toEqual([]);
  });

  it('that failed says what was found and what to do', () => {
    expect(words('DISK', false, { freeBytes: 0.97 * GIGABYTE })).toBe('可用 0.9 GB，至少要有 1 GB。请技术员清理磁盘。');
    expect(words('CLOCK', false, { skewMs: -2_001 })).toBe('比中心慢 2.1 秒，应在 2 秒以内。请技术员校准系统时间，再重启服务器。');
    expect(words('VERSION', false, { version: '0.1.0', center: '0.2.0' })).toBe('0.1.0，与中心的 0.2.0 不一致。请技术员升级后再启动。');
    expect(words('HEARD', false, { lastHeardAt: '2024-05-06T01:20:00Z', secondsAgo: 75 })).toContain('最近一次是 2024年5月6日(周一) 09:20');
    expect(words('PRACTICE', false, { seats: 30, handedIn: 29 })).toContain('最好的一次 30 人中 29 人交卷');
  });

  it('says no more than is known', () => {
    for (const kind of CHECKS) {
      expect(words(kind, false), kind).not.toMatch(/—|null|undefined|NaN/);
      expect(words(kind, false), kind).toMatch(/。$/);
    }
    expect(words('PRACTICE', false)).toBe('还没有做成一次全员交卷的模拟考试。请技术员在考前补做。');
  });

  it('never rounds what fails into what is enough', () => {
    expect(skewInWords(2_001)).toBe('快 2.1 秒');
    expect(skewInWords(1_999)).toBe('快 2.0 秒');
    expect(spaceInWords(GIGABYTE - 1)).toBe('0.9 GB');
    expect(spaceInWords(GIGABYTE)).toBe('1.0 GB');
  });
});

describe('a server', () => {
  it('is ready, not ready, waited for, or out of use', () => {
    const at = '2024-05-06T01:20:00Z';
    expect(stateOf({ state: 'ENROLLED', ready: true, lastHeardAt: at })).toEqual({ tone: 'success', words: '就绪' });
    expect(stateOf({ state: 'ENROLLED', ready: false, lastHeardAt: at })).toEqual({ tone: 'warning', words: '未就绪' });
    expect(stateOf({ state: 'ENROLLED', ready: false, lastHeardAt: null }).words).toBe('等待联系');
    expect(stateOf({ state: 'WITHDRAWN', ready: true, lastHeardAt: at }).words).toBe('已停用');
  });

  it('shows what fails at once and what is well on demand', () => {
    const checks = [
      check('HEARD', true),
      check('VERSION', true, { version: '0.1.0' }),
      check('DISK', false, { freeBytes: GIGABYTE / 2 }),
      check('CLOCK', true, { skewMs: 12 }),
      check('PRACTICE', false),
    ];
    const wrapper = mount(NodeChecks, { props: { checks, name: '实训楼服务器' } });
    const seen = wrapper.findAll('li').filter((one) => one.element.closest('details') === null);
    expect(seen.map((one) => one.text().slice(0, 2))).toEqual(['磁盘', '模拟']);
    expect(wrapper.get('details').attributes('open')).toBeUndefined();
    expect(wrapper.get('summary').text()).toBe('其余 3 项正常');
    expect(wrapper.get('summary').attributes('aria-label')).toBe('实训楼服务器：其余 3 项正常');
    expect(wrapper.get('details').text()).toContain('比中心快 0.1 秒，在 2 秒以内。');
  });

  it('with nothing wrong says so in one line', () => {
    const wrapper = mount(NodeChecks, { props: { checks: CHECKS.map((kind) => check(kind, true)), name: 'a' } });
    expect(wrapper.get('summary').text()).toBe('5 项检查都正常');
    expect(wrapper.findAll('ul')).toHaveLength(1);
  });
});

describe('a code', () => {
  it('says for how many days it is good, whatever the business clock says', () => {
    const now = Date.parse('2026-11-21T20:00:00Z');
    expect(daysInWords({ expiresAt: '2026-11-28T19:59:58Z' }, now)).toMatch(/^7 天内有效。/);
    expect(daysInWords({ expiresAt: '2026-11-22T19:59:58Z' }, now)).toMatch(/^1 天内有效。/);
  });
});

describe('sites to choose', () => {
  const site = (id: string, name: string, qualification: string, college = '示范一') => ({ id, name, qualification, college });
  const words = (sites: ReturnType<typeof site>[], withCollege: boolean): string[] =>
    sitesInWords(sites, withCollege).map((one) => one.words);

  it('are called by their names, and by their colleges where there are several', () => {
    expect(words([site('1', '实训楼', '网店运营推广'), site('2', '图书馆', '网店运营推广')], false)).toEqual(['实训楼', '图书馆']);
    expect(words([site('1', '实训楼', '网店运营推广')], true)).toEqual(['实训楼 · 示范一']);
  });

  it('are told apart by their qualifications where two of a college are called alike', () => {
    const alike = [site('1', '实训楼', '网店运营推广'), site('2', '实训楼', '新媒体营销'), site('3', '实训楼', '网店运营推广', '示范二')];
    expect(words(alike, true)).toEqual(['实训楼 · 示范一 · 网店运营推广', '实训楼 · 示范一 · 新媒体营销', '实训楼 · 示范二']);
  });
});
