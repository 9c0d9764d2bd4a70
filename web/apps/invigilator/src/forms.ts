import type { Result } from './acts.ts';
import type { Seat } from './node.ts';

/** What every form of the panel is given, whether it asks for it or not. */
export interface FormProps {
  seat: Seat;
  /** The node's time. */
  now: number | null;
  busy: boolean;
  /** How the last try ended. */
  result: Result | null;
}
