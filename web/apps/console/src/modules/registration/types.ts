import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type Registration = Schemas['RegistrationView'];
export type RegistrationState = Registration['state'];
export type Level = Registration['level'];
export type Totals = Schemas['RegistrationTotals'];
export type Outcome = Schemas['RegistrationOutcome'];
export type Reason = Schemas['Reason'];
export type PlanSummary = Schemas['PlanSummary'];
export type Offering = Schemas['OfferingView'];
export type Candidate = Schemas['CandidateView'];
export type SiteName = Registration['site'];

/** What one registers for, within a plan. */
export interface Offered {
  qualification: string;
  level: Level;
}

export const STATES: RegistrationState[] = ['OPEN', 'FROZEN', 'WITHDRAWN'];
export const LEVELS: Level[] = ['ELEMENTARY', 'INTERMEDIATE', 'ADVANCED'];

/** In the order of the template's columns. */
export const FIELDS = ['NAME', 'ID_NUMBER', 'KIND', 'COLLEGE', 'SITE', 'PLAN', 'QUALIFICATION', 'LEVEL'] as const;
export type Field = (typeof FIELDS)[number];

/** As many as are registered at once. */
export const MOST = 500;
