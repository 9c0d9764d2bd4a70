import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type ResultPlan = Schemas['SheetView'];
export type SheetState = ResultPlan['state'];
export type Problem = Schemas['ProblemView'];
export type ProblemKind = Problem['kind'];
export type Result = Schemas['ResultRow'];
export type Entry = Result['entries'][number];
export type EntryStatus = Entry['status'];
export type Subject = Entry['subject'];
export type Level = Result['level'];
export type Outcome = NonNullable<Result['outcome']>;
export type Incident = Schemas['IncidentRow'];
export type Finding = NonNullable<Incident['ruling']>['finding'];
export type Review = Schemas['ReviewRow'];
export type ReviewState = Review['state'];

export const SHEET_STATES: SheetState[] = ['NONE', 'DRAWN', 'HALF_APPROVED', 'APPROVED', 'PUBLICITY', 'FINISHED'];
export const PROBLEM_KINDS: ProblemKind[] = [
  'NOT_SEATED',
  'NOT_RETURNED',
  'UNDECIDED',
  'TWO_RUNS',
  'NOT_MARKED',
  'NOT_RULED',
  'FULL_MARKS_DIFFER',
];
export const LEVELS: Level[] = ['ELEMENTARY', 'INTERMEDIATE', 'ADVANCED'];
export const SUBJECTS: Subject[] = ['THEORY', 'PRACTICAL'];
export const STATUSES: EntryStatus[] = ['SCORED', 'ABSENT', 'VOID', 'LOST'];
export const OUTCOMES: Outcome[] = ['PASSED', 'FAILED'];
export const INCIDENT_KINDS: Incident['kind'][] = ['DISCIPLINE', 'CHEATING', 'EQUIPMENT', 'HEALTH', 'OTHER'];
export const FINDINGS: Finding[] = ['DISMISSED', 'SUBJECT_VOID', 'ALL_VOID'];
export const REVIEW_STATES: ReviewState[] = ['OPEN', 'PROPOSED', 'UPHELD', 'CORRECTED', 'WITHDRAWN'];
/** What an officer may find at the end of a review. */
export const CONCLUSIONS = ['UPHELD', 'CORRECTED'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];
