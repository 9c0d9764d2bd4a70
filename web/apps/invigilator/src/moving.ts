/** Where the arrow keys lead in a grid whose columns the window decides. */

export interface Place {
  left: number;
  top: number;
}

const SAME_ROW_PX = 4;

/** The nearest place of the next row in a direction; the last row keeps the place where it is. */
function row(places: readonly Place[], from: number, down: boolean): number {
  const here = places[from];
  if (here === undefined) {
    return 0;
  }
  const away = (place: Place): number => (down ? place.top - here.top : here.top - place.top);
  const beyond = places.map((place, index) => ({ place, index })).filter(({ place }) => away(place) > SAME_ROW_PX);
  const nearest = Math.min(...beyond.map(({ place }) => away(place)));
  const next = beyond.filter(({ place }) => away(place) <= nearest + SAME_ROW_PX);
  const off = (place: Place): number => Math.abs(place.left - here.left);
  return next.reduce((best, other) => (off(other.place) < off(best.place) ? other : best), next[0] ?? { place: here, index: from }).index;
}

/** The index that a key leads to, or null for a key that moves nothing. */
export function move(places: readonly Place[], from: number, key: string): number | null {
  const last = places.length - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'ArrowRight':
      return Math.min(last, from + 1);
    case 'ArrowUp':
      return row(places, from, false);
    case 'ArrowDown':
      return row(places, from, true);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
