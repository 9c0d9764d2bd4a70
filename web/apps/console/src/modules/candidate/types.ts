import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type Candidate = Schemas['CandidateView'];
export type CandidateState = Candidate['state'];
export type CandidateKind = Candidate['kind'];
export type CellProblem = Schemas['CellProblem'];
export type Field = CellProblem['field'];
export type Overview = Schemas['Overview'];
export type Finding = Schemas['FindingView'];
export type RosterImport = Schemas['ImportView'];
export type RosterRow = Schemas['RosterRowView'];
export type Verdict = RosterRow['verdict'];
export type SheetReading = Schemas['SheetReading'];
/** What is filled in, as in a roster. */
export type Values = Partial<Record<Field, string>>;
/** Whom a page is about. */
export interface Key {
  candidate: string;
  enrolment: string;
}

export const STATES: CandidateState[] = ['INCOMPLETE', 'PHOTO_MISSING', 'PENDING', 'DOUBTFUL', 'ACCURATE'];
export const KINDS: CandidateKind[] = ['COLLEGE', 'PUBLIC'];
export const VERDICTS: Verdict[] = ['ADDED', 'CHANGED', 'UNCHANGED', 'BAD'];

/** In the order of the template's columns. */
export const FIELDS: Field[] = [
  'NAME',
  'ID_NUMBER',
  'KIND',
  'COLLEGE',
  'SEX',
  'NATION',
  'PHONE',
  'EMAIL',
  'DEPARTMENT',
  'MAJOR',
  'GRADE',
  'CLASS_NAME',
  'STUDENT_NUMBER',
  'EDUCATION',
  'ENTRY_YEAR',
  'CONSENT',
];

/** What is only pointed out; the row is taken all the same. */
export const WARNINGS: CellProblem['code'][] = ['AREA_UNKNOWN', 'HIDDEN_ROW'];
