import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type Candidate = Schemas['CandidateView'];
export type CandidateState = Candidate['state'];
export type CandidateKind = Candidate['kind'];
export type Field = Candidate['missing'][number];
export type Overview = Schemas['Overview'];
export type Finding = Schemas['FindingView'];
/** What is filled in, as in a roster. */
export type Values = Partial<Record<Field, string>>;
/** Whom a page is about. */
export interface Key {
  candidate: string;
  enrolment: string;
}

export const STATES: CandidateState[] = ['INCOMPLETE', 'PHOTO_MISSING', 'PENDING', 'DOUBTFUL', 'ACCURATE'];
export const KINDS: CandidateKind[] = ['COLLEGE', 'PUBLIC'];

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
