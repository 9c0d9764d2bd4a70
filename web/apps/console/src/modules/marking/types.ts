import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type MarkingPlan = Schemas['PlanMarkingView'];
export type Mark = Schemas['ScriptMarkView'];
export type MarkState = Mark['state'];
export type MarkProblem = NonNullable<Mark['problem']>;
export type OpenedScript = Schemas['OpenedScript'];
export type ItemMark = OpenedScript['items'][number];
/** A work on the desk: the task, one text, and how it is scored. Never whose it is. */
export type Work = Schemas['DeskWork'];
export type Criterion = Work['rubric'][number];
export type WorkRow = Schemas['WorkView'];
export type WorkState = WorkRow['state'];

export const MARK_STATES: MarkState[] = ['SCORING', 'WAITING', 'MARKED', 'PROBLEM'];
export const MARK_PROBLEMS: MarkProblem[] = ['KEY_UNREADABLE', 'ANSWERS_UNREADABLE'];
export const WORK_STATES: WorkState[] = ['WAITING', 'HELD', 'MARKED'];
export const ITEM_TYPES: ItemMark['type'][] = ['SINGLE', 'MULTIPLE', 'JUDGE', 'DATA_ANALYSIS', 'WRITING'];
