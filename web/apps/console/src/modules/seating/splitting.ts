import type { Room, SiteSeating } from './types.ts';

export interface Share {
  room: string;
  seats: number;
}

type Machines = Pick<Room, 'id' | 'machines' | 'spareMachines'>;

/**
 * People spread evenly over the rooms that were picked, 90 over two rooms of 75 as 45 and 45 (004 §四); earlier rooms take the odd ones.
 * The spare machines are left alone as long as everybody fits without them. Whoever fits nowhere is left over.
 */
export function split(people: number, rooms: Machines[]): Share[] {
  const usable = (room: Machines): number => Math.max(0, room.machines - room.spareMachines);
  const fits = rooms.reduce((sum, room) => sum + usable(room), 0) >= people;
  const holds = (room: Machines): number => (fits ? usable(room) : room.machines);
  const smallestFirst = rooms.map((room, place) => ({ room, place })).sort((a, b) => holds(a.room) - holds(b.room) || b.place - a.place);
  let left = people;
  const shares = new Map<string, number>();
  smallestFirst.forEach(({ room }, done) => {
    const seats = Math.min(holds(room), Math.floor(left / (rooms.length - done)));
    shares.set(room.id, seats);
    left -= seats;
  });
  return rooms.map(({ id }) => ({ room: id, seats: shares.get(id) ?? 0 }));
}

/** All machines of a site that work, spares included. */
export const machinesOf = ({ rooms }: Pick<SiteSeating, 'rooms'>): number => rooms.reduce((sum, room) => sum + room.machines, 0);
