import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { CellProblem, RosterRow } from '../types.ts';
import RowTable from './RowTable.vue';

const row = (number: number, values: Record<string, string>, problems: CellProblem[]): RosterRow => ({
  number,
  verdict: problems.some((problem) => problem.code !== 'AREA_UNKNOWN') ? 'BAD' : 'ADDED',
  entered: false,
  values,
  problems,
  candidate: null,
  enrolment: null,
});
const table = (rows: RosterRow[], onlyProblems: boolean, absent: string[] = []) =>
  mount(RowTable, { props: { rows, onlyProblems, absent }, global: { stubs: { RouterLink: true } } });
const headings = (wrapper: ReturnType<typeof table>): string[] => wrapper.findAll('thead th').map((cell) => cell.text());

describe('the rows of a roster', () => {
  const wrong = row(5, { NAME: '示范甲', PHONE: '1234' }, [
    { field: 'PHONE', code: 'PHONE_INVALID', facts: {} },
    { field: 'ID_NUMBER', code: 'MISSING', facts: {} },
  ]);

  it('say in the cell what is wrong with it, also where it is empty', () => {
    const bad = table([wrong], true).findAll('td.bad');
    expect(bad.map((cell) => cell.text())).toEqual(['（空）必须填写。', '1234手机号码应为 11 位数字，以 1 开头。']);
  });

  it('show only columns with problems where mistakes are looked for, otherwise all that the file has', () => {
    expect(headings(table([wrong], true))).toEqual(['行号', '结果', '学生姓名', '身份证号', '手机号码']);
    const all = headings(table([wrong], false, ['所属院校', '性别']));
    expect(all).toContain('专业');
    expect(all).not.toContain('性别');
  });

  it('that have only a warning are no mistakes', () => {
    const doubt = table([row(6, { ID_NUMBER: '9999' }, [{ field: 'ID_NUMBER', code: 'AREA_UNKNOWN', facts: {} }])], false);
    expect(doubt.findAll('td.bad')).toHaveLength(0);
    expect(doubt.find('td.doubt').text()).toContain('提示：地区代码未知');
  });

  it('say the mistake of a cell and not its warning, too', () => {
    const both: CellProblem[] = [
      { field: 'ID_NUMBER', code: 'AREA_UNKNOWN', facts: {} },
      { field: 'ID_NUMBER', code: 'ROW_TWICE', facts: { first: 2 } },
    ];
    const cell = table([row(7, { ID_NUMBER: '9999' }, both)], true).find('td.bad');
    expect(cell.text()).toBe('9999与第 2 行的身份证号相同。请只保留一行。');
  });
});
