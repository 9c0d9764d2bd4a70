import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type Site = Schemas['SiteView'];
export type SiteSummary = Schemas['SiteSummary'];
export type SiteState = SiteSummary['state'];
export type SiteWarning = Schemas['SiteWarning'];
export type SiteRoom = Schemas['Room'];
export type Details = Schemas['DetailsRequest'];
export type RoomRow = Schemas['RoomRequest'];

export const STATES: SiteState[] = ['PENDING', 'RETURNED', 'DRAFT', 'APPROVED', 'SUSPENDED'];
