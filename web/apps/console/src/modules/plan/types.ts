import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type PlanSummary = Schemas['PlanSummary'];
export type Plan = Schemas['Plan'];
export type Phase = PlanSummary['phase'];
export type Level = PlanSummary['levels'][number];
export type Offering = Schemas['Offering'];
export type SubjectWindow = Schemas['Window'];
export type Stage = Schemas['Stage'];
export type Fee = Schemas['Fee'];
export type Origin = Schemas['Origin'];
export type Warning = Schemas['Warning'];
export type Notice = Schemas['Notice'];
export type NoticeSummary = Schemas['NoticeSummary'];
export type Missing = Schemas['Missing'];
export type Supply = Schemas['Supply'];

export const PHASES: Phase[] = ['DRAFT', 'PUBLISHED', 'OPEN', 'CLOSED', 'RUNNING', 'MARKING', 'PUBLICITY', 'FINISHED'];
export const LEVELS: Level[] = ['ELEMENTARY', 'INTERMEDIATE', 'ADVANCED'];
