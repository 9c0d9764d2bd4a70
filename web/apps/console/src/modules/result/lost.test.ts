import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import LossDialog from './components/LossDialog.vue';
import LostList from './components/LostList.vue';
import ProblemTable from './components/ProblemTable.vue';
import ResultTable from './components/ResultTable.vue';
import { PROBLEM_KINDS, type Problem, type Result } from './types.ts';
import { placeOf } from './words.ts';

const stubs = { RouterLink: true };
const said = { reason: '停电后没有重排', by: '何川', at: '2024-06-01T09:00:00+08:00' };
const lost = {
  key: { candidate: 'c', registration: 'r' },
  name: '林晓',
  college: { code: 'C01', name: '示范职业学院' },
  site: { id: 's', name: '考点甲' },
  qualification: { code: 'WDYY', name: '网店运营推广' },
  level: 'INTERMEDIATE',
  entries: [
    { subject: 'THEORY', status: 'SCORED', score: 59, full: 100, lost: null },
    { subject: 'PRACTICAL', status: 'LOST', score: null, full: 100, lost: said },
  ],
} as Result;

beforeEach(() => setActivePinia(createPinia()));

describe('a problem', () => {
  const problems = PROBLEM_KINDS.map((kind, index): Problem => ({
    kind,
    key: { candidate: 'c', registration: `r${index}` },
    lost: null,
    site: { id: 's', name: '考点甲' },
    script: kind === 'NOT_SEATED' ? null : `script-${index}`,
    name: '林晓',
    ticket: null,
    level: 'INTERMEDIATE',
    subject: 'THEORY',
  }));
  const table = (mayLose: boolean, shown = problems) =>
    mount(ProblemTable, { props: { plan: 'P', problems: shown, mayLose, modelValue: [] as string[] }, global: { stubs } });
  const hopeless = problems.filter(({ kind }) => ['NOT_SEATED', 'NOT_RETURNED', 'TWO_RUNS', 'FULL_MARKS_DIFFER'].includes(kind));

  it('can be settled as no score where nothing came and where nothing else helps, and nowhere else', async () => {
    const shown = table(true);
    expect(shown.findAll('tbody input')).toHaveLength(4);
    await shown.get('thead input').setValue(true);
    expect(shown.emitted('update:modelValue')).toEqual([[hopeless.map(placeOf)]]);
    expect(table(false).findAll('input')).toHaveLength(0);
  });

  it('that was settled says why, is not settled twice, and may be taken back', async () => {
    const settled = { ...hopeless[0], lost: said } as Problem;
    const shown = table(true, [settled]);
    expect(shown.text()).toContain('停电后没有重排');
    expect(shown.findAll('tbody input')).toHaveLength(0);
    await shown.get('tbody button').trigger('click');
    expect(shown.emitted('takeBack')).toEqual([[settled]]);
    expect(table(false, [settled]).findAll('tbody button')).toHaveLength(0);
  });

  it('is declared with a reason, which says what becomes of scripts that are there', async () => {
    const props = { modelValue: true, problems: hopeless, busy: false, refusal: null };
    const dialog = mount(LossDialog, { props, global: { stubs: { teleport: true, transition: false } } });
    await nextTick();
    expect(dialog.text()).toContain('认定后即使有答卷也不计分');
    expect(dialog.text()).toContain('仍按答卷计分');
    await dialog.get('form').trigger('submit');
    expect(dialog.emitted('lose')).toBeUndefined();
    await dialog.get('textarea').setValue('无法补考');
    await dialog.get('form').trigger('submit');
    expect(dialog.emitted('lose')).toEqual([['无法补考']]);
  });

  it('says what is to be done', () => {
    expect(table(false).text()).toContain('请催考点交回');
  });
});

describe('who has no score', () => {
  it('stands in the list with the reason, which the body may take back', async () => {
    const table = (may: boolean) =>
      mount(ResultTable, { props: { results: [lost], withCollege: true, mayAppeal: false, mayTakeBack: may } });
    expect(table(false).text()).toContain('停电后没有重排（何川，2024年6月1日(周六) 09:00）');
    expect(table(false).findAll('tbody button')).toHaveLength(0);
    const shown = table(true);
    expect(shown.findAll('tbody button')).toHaveLength(1);
    await shown.get('tbody button').trigger('click');
    expect(shown.emitted('takeBack')).toEqual([[lost, 'PRACTICAL']]);
  });

  it('is read out before anybody approves, and where the rest stands', () => {
    const list = (count: number) => mount(LostList, { props: { plan: 'P', count, results: [lost] }, global: { stubs } });
    expect(list(1).text()).toContain('认定无成绩的（1 科次）');
    expect(list(1).text()).toContain('林晓 · 中级 · 实操 · 停电后没有重排（何川');
    expect(list(1).findAll('li')).toHaveLength(1);
    expect(list(1).find('router-link-stub').exists()).toBe(false);
    expect(list(2).find('router-link-stub').exists()).toBe(true);
  });
});
