import type { SeatView } from './types.ts';

export interface Place {
  seat: number;
  row: number;
  column: number;
  who: SeatView | null;
  /** Somebody of the same class sits on the left, on the right, in front or behind. */
  besideClassmate: boolean;
}

export interface RoomMap {
  rows: Place[][];
  columns: number;
  /** People who sit side by side or one behind the other, and how many of these pairs are of one class. */
  pairs: number;
  classmates: number;
}

const sameClass = (a: SeatView, b: SeatView): boolean => a.className === b.className && a.college.code === b.college.code;

/** The room as one sees it from behind, the front (讲台) above: seats are numbered row by row from the front. */
export function mapOf(room: { seats: number; columns: number }, seated: SeatView[]): RoomMap {
  const columns = Math.max(1, Math.min(room.columns, room.seats));
  const bySeat = new Map(seated.map((who) => [who.seat, who]));
  const places = Array.from({ length: room.seats }, (_, index): Place => ({
    seat: index + 1,
    row: Math.floor(index / columns) + 1,
    column: (index % columns) + 1,
    who: bySeat.get(index + 1) ?? null,
    besideClassmate: false,
  }));
  let pairs = 0;
  let classmates = 0;
  places.forEach((place, index) => {
    const neighbours = [place.column < columns ? places[index + 1] : undefined, places[index + columns]];
    for (const other of neighbours) {
      if (place.who && other?.who) {
        pairs++;
        if (sameClass(place.who, other.who)) {
          classmates++;
          place.besideClassmate = other.besideClassmate = true;
        }
      }
    }
  });
  const rows = Array.from({ length: Math.ceil(room.seats / columns) }, (_, row) => places.slice(row * columns, (row + 1) * columns));
  return { rows, columns, pairs, classmates };
}

/** Where the arrow keys lead from a seat; the same seat at the edge of the room. */
export function step(map: RoomMap, from: { row: number; column: number }, key: string): Place | undefined {
  const move: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const row = map.rows[from.row - 1];
  if (key === 'Home' || key === 'End') {
    return row?.at(key === 'Home' ? 0 : -1);
  }
  const [down, right] = move[key] ?? [0, 0];
  return map.rows[from.row - 1 + down]?.[from.column - 1 + right] ?? row?.[from.column - 1];
}
