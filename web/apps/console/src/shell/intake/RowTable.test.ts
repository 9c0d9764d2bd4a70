import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { CellProblem, IntakeKind, IntakeRow } from './kind.ts';
import RowTable from './RowTable.vue';
import { problemInWords } from './words.ts';

const kind = {
  columns: [
    { field: 'NAME', title: '姓名' },
    { field: 'NUMBER', title: '编号' },
    { field: 'PHONE', title: '电话' },
    { field: 'MAJOR', title: '专业' },
    { field: 'SEX', title: '性别' },
  ],
  always: ['NAME', 'NUMBER'],
  say: () => '各行',
  problem: (problem) => problemInWords(problem, (code) => `thing.problems.${code}`),
  pageOf: ({ subject }) => (subject === null ? null : `/things/${subject}`),
} as Partial<IntakeKind> as IntakeKind;

const problem = (field: string, code: string, facts: CellProblem['facts'] = {}): CellProblem => ({ field, code, facts, warning: false });
const warning = (field: string, code: string): CellProblem => ({ field, code, facts: {}, warning: true });
const row = (number: number, values: Record<string, string>, problems: CellProblem[], subject: string | null = null): IntakeRow => ({
  number,
  verdict: problems.some((one) => !one.warning) ? 'BAD' : 'ADDED',
  entered: subject !== null,
  values,
  problems,
  subject,
});
const table = (rows: IntakeRow[], onlyProblems: boolean, absent: string[] = []) =>
  mount(RowTable, { props: { kind, rows, onlyProblems, absent }, global: { stubs: { RouterLink: { template: '<a><slot /></a>' } } } });
const headings = (wrapper: ReturnType<typeof table>): string[] => wrapper.findAll('thead th').map((cell) => cell.text());

describe('the rows of a spreadsheet', () => {
  const wrong = row(5, { NAME: '示范甲', PHONE: '1234' }, [problem('PHONE', 'TOO_LONG', { limit: 3 }), problem('NUMBER', 'MISSING')]);

  it('say in the cell what is wrong with it, also where it is empty', () => {
    const bad = table([wrong], true).findAll('td.bad');
    expect(bad.map((cell) => cell.text())).toEqual(['（空）必须填写。', '1234内容太长，最多 3 个字。']);
  });

  it('show only columns with problems where mistakes are looked for, otherwise all that the file has', () => {
    expect(headings(table([wrong], true))).toEqual(['行号', '结果', '姓名', '编号', '电话']);
    expect(headings(table([wrong], false, ['性别']))).toEqual(['行号', '结果', '姓名', '编号', '电话', '专业']);
  });

  it('name the cells with mistakes where all rows are shown', () => {
    expect(table([wrong], false).find('td.verdict').text()).toContain('电话、编号');
  });

  it('that have only a warning are no mistakes', () => {
    const doubt = table([row(6, { NUMBER: '9999' }, [warning('NUMBER', 'HIDDEN_ROW')])], false);
    expect(doubt.findAll('td.bad')).toHaveLength(0);
    expect(doubt.find('td.doubt').text()).toContain('提示：这一行在表格里是隐藏的');
  });

  it('say the mistake of a cell and not its warning, too', () => {
    const both = [warning('NUMBER', 'HIDDEN_ROW'), problem('NUMBER', 'ROW_TWICE', { first: 2 })];
    const cell = table([row(7, { NUMBER: '9999' }, both)], true).find('td.bad');
    expect(cell.text()).toBe('9999与第 2 行重复。请只保留一行。');
  });

  it('lead to what they were entered as', () => {
    const links = table([row(8, { NAME: '示范甲' }, [], 'a'), row(9, { NAME: '示范乙' }, [])], false).findAll('a');
    expect(links.map((link) => link.text())).toEqual(['示范甲']);
  });
});
