import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type SiteSummary = Schemas['SiteSeatingSummary'];
export type SeatingState = SiteSummary['state'];
export type SiteSeating = Schemas['SiteSeatingView'];
export type Slot = SiteSeating['slots'][number];
export type Room = SiteSeating['rooms'][number];
export type Opening = SiteSeating['openings'][number];
export type OpeningRow = Schemas['Wanted'];
export type SeatView = Schemas['SeatView'];
export type SeatPlace = Schemas['SeatPlaceView'];
/** A seat by the room it stands in and its number. */
export type SeatAt = Schemas['SeatReference'];
export type Level = SeatView['level'];

export const STATES: SeatingState[] = ['TO_OPEN', 'READY', 'ARRANGED', 'REGISTERING'];
