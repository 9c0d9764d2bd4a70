import { describe, expect, it } from 'vitest';
import { inBlocks } from './blocks.ts';
import type { Session } from './protocol.ts';
import { aView } from './testing.ts';

const session = (id: string, after: string | null = null): Session => ({ ...aView().session, id, after });
const names = (sessions: Session[]) => inBlocks(sessions).map((block) => [block.session, ...block.following].map(({ id }) => id));

describe('sessions', () => {
  it('stand with those that follow them, however long the chain', () => {
    expect(names([session('a'), session('b', 'a'), session('c'), session('d', 'b')])).toEqual([['a', 'b', 'd'], ['c']]);
  });

  it('stand alone when the one before is over', () => {
    expect(names([session('b', 'a'), session('c')])).toEqual([['b'], ['c']]);
  });
});
