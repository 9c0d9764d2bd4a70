/** Local until the server's description is merged. */
export interface Name {
  code: string;
  name: string;
}

export interface SiteSummary {
  plan: Name;
  site: { id: string; name: string };
  college: Name;
  state: 'REGISTERING' | 'TO_OPEN' | 'READY' | 'ARRANGED';
  people: number;
  seats: number;
  openings: number;
  blocked: boolean;
  arrangedAt: string | null;
  deadline: string;
  frozen: boolean;
}

export type SeatingState = SiteSummary['state'];
export type Level = 'ELEMENTARY' | 'INTERMEDIATE' | 'ADVANCED';

export interface Session {
  qualification: Name;
  level: Level;
  session: number;
  opens: string;
  closes: string;
  subjects: { subjects: ('THEORY' | 'PRACTICAL')[]; opens: string; closes: string; minutes: number | null }[];
  people: number | null;
}

export interface Slot {
  number: number;
  opens: string;
  closes: string;
  sessions: Session[];
  people: number;
  seats: number;
  machines: number;
  problem: string | null;
  proposal: { room: string; seats: number }[];
}

export interface Room {
  id: string;
  name: string;
  building: string;
  machines: number;
  spareMachines: number;
}

export interface Opening {
  id: string;
  slot: number;
  room: string;
  number: number;
  name: string;
  seats: number;
  columns: number;
  taken: number;
}

export interface SiteSeating {
  plan: Name;
  site: { id: string; name: string; address: string };
  college: Name;
  version: number;
  state: SeatingState;
  frozen: boolean;
  closesAt: string;
  arrangedAt: string | null;
  arrangedBy: string | null;
  seed: number | null;
  slots: Slot[];
  rooms: Room[];
  openings: Opening[];
  fairness: { sameClassNeighbours: number; pairs: number } | null;
}

export interface SeatView {
  seat: number;
  row: number;
  column: number;
  form: string;
  ticket: string;
  candidate: string;
  registration: string;
  name: string;
  number: string;
  college: Name;
  className: string;
  qualification: Name;
  level: Level;
  session: number;
}

export interface OpeningView {
  opening: Opening;
  slot: { number: number; opens: string; closes: string };
  seats: SeatView[];
}

export interface SeatPlace extends SeatView {
  plan: Name;
  site: { id: string; name: string };
  slot: number;
  opens: string;
  closes: string;
  opening: { id: string; number: number; name: string };
}

export interface OpeningRow {
  slot: number;
  room: string;
  seats: number;
  columns: number | null;
}

export const STATES: SeatingState[] = ['TO_OPEN', 'READY', 'ARRANGED', 'REGISTERING'];

/** A seat by the room it stands in and its number. */
export interface SeatAt {
  opening: string;
  seat: number;
}
