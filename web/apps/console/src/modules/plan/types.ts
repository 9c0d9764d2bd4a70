import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type PlanSummary = Schemas['PlanSummary'];
export type Plan = Schemas['PlanView'];
export type Phase = PlanSummary['phase'];
export type Level = PlanSummary['levels'][number];
export type Offering = Schemas['OfferingView'];
export type SubjectWindow = Schemas['WindowView'];
export type Stage = Schemas['StageView'];
export type Fee = Schemas['FeeView'];
export type Origin = Schemas['Origin'];
export type Warning = Schemas['Warning'];
export type Notice = Schemas['NoticeView'];
export type NoticeSummary = Schemas['Summary'];
export type Missing = Schemas['Missing'];
export type Supply = Schemas['SuppliedPublicity'];

export const PHASES: Phase[] = ['DRAFT', 'OPEN', 'CLOSED', 'RUNNING', 'MARKING', 'PUBLICITY', 'FINISHED'];
export const LEVELS: Level[] = ['ELEMENTARY', 'INTERMEDIATE', 'ADVANCED'];
