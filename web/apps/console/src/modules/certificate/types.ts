import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type PlanCertificates = Schemas['PlanCertificatesView'];
export type Issue = Schemas['IssueView'];
export type IssueState = Issue['state'];
export type Making = NonNullable<Issue['making']>;
export type MakingState = Making['state'];
export type Party = Issue['signatures'][number]['party'];
export type Person = Schemas['IssuedPersonView'];
export type Certificate = Schemas['CertificateView'];
export type CertificateState = Certificate['state'];
export type Level = Certificate['level'];

export const PARTIES: Party[] = ['AWARDING_BODY', 'COLLEGE'];
export const ISSUE_STATES: IssueState[] = ['DRAWN', 'HALF_SIGNED', 'SIGNED', 'ISSUED'];
export const MAKING_STATES: MakingState[] = ['WAITING', 'RUNNING', 'BROKEN', 'DONE'];
export const CERTIFICATE_STATES: CertificateState[] = ['VALID', 'REVOKED'];
export const LEVELS: Level[] = ['ELEMENTARY', 'INTERMEDIATE', 'ADVANCED'];
