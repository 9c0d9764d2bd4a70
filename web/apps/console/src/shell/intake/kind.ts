import type { components } from '@onex/api-center';
import type { RouteLocationRaw } from 'vue-router';
import type { Facts } from '../../i18n.ts';

type Schemas = components['schemas'];

export type Intake = Schemas['IntakeView'];
export type IntakeRow = Schemas['IntakeRowView'];
export type Verdict = IntakeRow['verdict'];
export type CellProblem = Schemas['CellProblem'];
export type SheetReading = Schemas['SheetReading'];

export const VERDICTS: Verdict[] = ['ADDED', 'CHANGED', 'UNCHANGED', 'BAD'];

/** What every kind says in its own words, because they name who or what is taken in; all else stands under `intake`. */
export const WORDS = [
  'title',
  'purpose',
  'templateHelp',
  'stepEnter',
  'entering',
  'cancelled',
  'someBad',
  'allGood',
  'nothingNew',
  'rows',
  'absent',
  'enterTitle',
  'added',
  'changed',
  'unchanged',
  'after',
  'submit',
  'entered',
  'bad',
  'result',
  'history',
  'noneHint',
] as const;
export type Word = (typeof WORDS)[number];

interface PageQuery {
  after?: string;
  limit: number;
}

/** What a module's own paths answer; all kinds answer alike. */
export interface IntakeApi {
  begin(file: string): Promise<Intake>;
  list(query: PageQuery): Promise<Schemas['PageIntakeView']>;
  get(id: string): Promise<Intake>;
  rows(id: string, query: PageQuery & { verdict?: Verdict }): Promise<Schemas['PageIntakeRowView']>;
  enter(id: string): Promise<Intake>;
  /** Where the template is downloaded. */
  template: string;
  /** Where the rows with mistakes are downloaded. */
  badRows(id: string): string;
}

/** One kind of spreadsheet that a module of the console takes in: its paths, pages, columns and words. */
export interface IntakeKind {
  api: IntakeApi;
  /** What one must have to send, enter and take back. */
  permission: string;
  /** Names of the three pages: the imports so far, a new one, one of them. */
  pages: { list: string; begin: string; one: string };
  /** Where one comes from, and goes when all is entered. */
  home: { page: string; title: string };
  say(word: Word, facts?: Facts): string;
  /** What to mind when filling in the template. */
  notes: string[];
  /** In the order of the template; the title is the heading there. Long values may be broken into lines. */
  columns: { field: string; title: string; long?: boolean }[];
  /** Fields that are shown even where nothing is wrong with them. */
  always: string[];
  /** Headings that a file may lack without a word. */
  unneeded: string[];
  problem(problem: Pick<CellProblem, 'code' | 'facts'>): string;
  /** The page of what a row was entered as, linked from its first column. */
  pageOf?(row: IntakeRow): RouteLocationRaw | null;
}
