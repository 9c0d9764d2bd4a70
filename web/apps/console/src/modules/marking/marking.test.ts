import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messages } from '../../i18n.ts';
import MaterialText from './components/MaterialText.vue';
import RubricForm from './components/RubricForm.vue';
import WorkSheet from './components/WorkSheet.vue';
import { headed, paragraphsOf } from './material.ts';
import { allPoints, isWrong, pointsOf, totalOf } from './points.ts';
import { ITEM_TYPES, MARK_PROBLEMS, MARK_STATES, WORK_STATES, type MarkingPlan, type Work } from './types.ts';
import { standingOf, waitingOf } from './words.ts';

const rubric = [
  { id: 'a', criterion: '目标分解', points: 12, levels: ['10–12 分：推算正确'] },
  { id: 'b', criterion: '促销规则', points: 4, levels: [] },
];
const work = (some: Partial<Work> = {}): Work => ({
  work: { script: 's1', item: 'W01', version: 1 },
  subject: 'PRACTICAL',
  level: 'INTERMEDIATE',
  title: '网店运营推广（中级）实操试卷',
  stem: '撰写方案\n\n资料如下。\n\n项目 | 内容\n新品 | 护手霜\n\n请撰写方案。',
  maxLength: 1500,
  text: '一、目标\n\n售出 300 件。',
  rubric,
  full: 16,
  heldUntil: null,
  points: null,
  remark: null,
  ...some,
});

describe('material', () => {
  it('is shown with the cells under their heads', () => {
    const shown = mount(MaterialText, { props: { text: '项目 | 内容\n新品 | 护手霜', label: '表' } });
    expect(shown.findAll('thead th').map((cell) => cell.text())).toEqual(['项目', '内容']);
    expect(shown.findAll('tbody td').map((cell) => cell.text())).toEqual(['新品', '护手霜']);
  });

  it('begins with what the task is called', () => {
    expect(headed('\n撰写方案\n\n资料')).toEqual({ head: '撰写方案', body: '\n资料' });
    expect(headed('只有一行')).toEqual({ head: '只有一行', body: '' });
  });
});

describe('a text', () => {
  it('keeps its paragraphs and their indents, and says how long it is', () => {
    expect(paragraphsOf('  一、目标\n\n\n售出。\r\n')).toEqual(['  一、目标', '售出。']);
    const sheet = mount(WorkSheet, { props: { work: work(), folded: false } });
    expect(sheet.findAll('.text p').map((one) => one.text())).toEqual(['一、目标', '售出 300 件。']);
    expect(sheet.text()).toContain('15 字，上限 1,500 字');
    expect(mount(WorkSheet, { props: { work: work({ maxLength: null }), folded: true } }).text()).not.toContain('上限');
  });
});

describe('points', () => {
  it('are whole numbers up to what the criterion is worth, in whatever width they are typed', () => {
    const [a] = rubric as [(typeof rubric)[number]];
    expect(['0', '12', '１１', ' 7 '].map((typed) => pointsOf(a, typed))).toEqual([0, 12, 11, 7]);
    expect(['13', '-1', '1.5', 'x', '', undefined].map((typed) => pointsOf(a, typed))).toEqual([null, null, null, null, null, null]);
    expect([isWrong(a, '13'), isWrong(a, ''), isWrong(a, '12')]).toEqual([true, false, false]);
  });

  it('are complete only when every criterion has some', () => {
    expect(allPoints(rubric, { a: '12', b: '' })).toBeNull();
    expect(allPoints(rubric, { a: '12', b: '5' })).toBeNull();
    expect(allPoints(rubric, { a: '12', b: '0' })).toEqual({ a: 12, b: 0 });
    expect(totalOf(rubric, { a: '12', b: '5' })).toBe(12);
  });
});

describe('the rubric', () => {
  beforeEach(() => {
    setActivePinia(createPinia());
    sessionStorage.clear();
  });
  const open: { unmount: () => void }[] = [];
  afterEach(() => open.splice(0).forEach((one) => one.unmount()));

  function form(some: Partial<Work> = {}) {
    const props = { work: work(some), submit: '保存', busy: false, refusal: null };
    const wrapper = mount(RubricForm, { props, attachTo: document.body });
    open.push(wrapper);
    return wrapper;
  }
  const field = (at: number): HTMLInputElement | undefined => document.querySelectorAll<HTMLInputElement>('[data-points]')[at];

  it('is filled in by the keyboard alone, and saved by Enter at the end', async () => {
    const wrapper = form();
    expect(document.activeElement).toBe(field(0));
    await wrapper.get('#points-a').setValue('11');
    await wrapper.get('#points-a').trigger('keydown', { key: 'Enter' });
    expect(document.activeElement).toBe(field(1));
    await wrapper.get('#points-b').trigger('keydown', { key: 'ArrowUp' });
    expect(document.activeElement).toBe(field(0));
    await wrapper.get('#points-b').setValue('3');
    expect(wrapper.get('.total').text()).toContain('14');
    await wrapper.get('#points-b').trigger('keydown', { key: 'Enter' });
    expect(document.activeElement?.hasAttribute('data-save')).toBe(true);
    await wrapper.get('form').trigger('submit');
    expect(wrapper.emitted('save')).toEqual([[{ a: 11, b: 3 }, '']]);
  });

  it('is not saved as long as points are missing or wrong, and leads to them', async () => {
    const wrapper = form();
    await wrapper.get('#points-a').setValue('11');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    await wrapper.vm.$nextTick();
    expect(wrapper.emitted('save')).toBeUndefined();
    expect(wrapper.text()).toContain('还有 1 个评分点没有给分');
    expect(document.activeElement).toBe(field(1));
    await wrapper.get('#points-b').setValue('5');
    expect(wrapper.text()).toContain('只能是 0 到 4 的整数。');
    await wrapper.get('#points-b').setValue('4');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    expect(wrapper.emitted('save')).toHaveLength(1);
  });

  it('takes a digit that is typed while no field has the focus', () => {
    form();
    field(0)?.blur();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '7' }));
    expect(document.activeElement).toBe(field(0));
  });

  it('listens to no key any more once it is gone', () => {
    const wrapper = form({ points: { a: 1, b: 1 } });
    wrapper.unmount();
    open.length = 0;
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
    expect(wrapper.emitted('save')).toBeUndefined();
  });

  it('begins with what was given before', () => {
    form({ points: { a: 10, b: 2 }, remark: '条理清楚' });
    expect([field(0)?.value, field(1)?.value]).toEqual(['10', '2']);
    expect(document.querySelector('textarea')?.value).toBe('条理清楚');
  });

  it('outlives a reload, but only for the same work', async () => {
    await form().get('#points-a').setValue('9');
    open.splice(0).forEach((one) => one.unmount());
    form({ work: { script: 's2', item: 'W01', version: 1 } });
    expect(field(0)?.value).toBe('');
    open.splice(0).forEach((one) => one.unmount());
    form();
    expect(field(0)?.value).toBe('9');
  });
});

describe('a plan', () => {
  const plan = (some: Partial<MarkingPlan>): MarkingPlan =>
    ({ plan: { code: 'P', name: 'P' }, scripts: 10, scored: 10, works: 5, marked: 5, problems: 0, ...some }) as MarkingPlan;

  it('says what cannot be scored before what waits, and is done only when nothing waits', () => {
    expect(standingOf(plan({ problems: 1, marked: 2 }))).toEqual({ tone: 'danger', words: '1 份不能评分' });
    expect(standingOf(plan({ marked: 2 }))).toEqual({ tone: 'warning', words: '3 题待阅' });
    expect(standingOf(plan({ scored: 8 })).words).toBe('2 份评分中');
    expect(standingOf(plan({}))).toEqual({ tone: 'success', words: '全部评完' });
    expect(standingOf(plan({ scripts: 0, scored: 0, works: 0, marked: 0 })).tone).toBe('neutral');
  });

  it('never waits for less than nothing', () => {
    expect(waitingOf({ works: 2, marked: 3 })).toBe(0);
  });
});

describe('what the server may say', () => {
  it('has a word for each', () => {
    const keys = [
      ...MARK_STATES.map((one) => `states.${one}`),
      ...MARK_PROBLEMS.map((one) => `problems.${one}`),
      ...WORK_STATES.map((one) => `works.states.${one}`),
      ...ITEM_TYPES.map((one) => `script.types.${one}`),
    ];
    expect(keys.filter((key) => !messages.has(`marking.${key}`))).toEqual([]);
  });
});
