import type { Change } from './protocol.ts';

export const MOST_ENTRIES = 100;
export const MOST_BYTES = 100 * 1024;

const encoder = new TextEncoder();

/** The first entries that fit into one request; one that is too long alone still travels alone. */
export function batch(entries: Change[]): Change[] {
  let bytes = 0;
  const fitting = entries.slice(0, MOST_ENTRIES).findIndex((entry, index) => {
    bytes += encoder.encode(JSON.stringify(entry)).length + 1;
    return index > 0 && bytes > MOST_BYTES;
  });
  return entries.slice(0, fitting === -1 ? MOST_ENTRIES : fitting);
}
