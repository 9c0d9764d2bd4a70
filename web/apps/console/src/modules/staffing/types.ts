import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type Invigilator = Schemas['InvigilatorView'];
export type InvigilatorState = Invigilator['state'];
export type InvigilatorRequest = Schemas['InvigilatorRequest'];
export type SiteStaffing = Schemas['SiteStaffing'];
export type StaffingRoom = SiteStaffing['rooms'][number];
export type IssuedPin = Schemas['IssuedPin'];

export const STATES: InvigilatorState[] = ['PENDING', 'RETURNED', 'APPROVED', 'RETIRED'];

/** What is said of somebody, in the order of the form. */
export const FIELDS = ['name', 'phone', 'region', 'teaches', 'certificate', 'certificateNumber', 'issuer'] as const;
export type Field = (typeof FIELDS)[number];

export type Particulars = Pick<Invigilator, Field | 'teachesQualification'>;
