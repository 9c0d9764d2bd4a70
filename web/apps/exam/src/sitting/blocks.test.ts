import { describe, expect, it } from 'vitest';
import { dueFirst, inBlocks } from './blocks.ts';
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

describe('what is shown first', () => {
  const at = (id: string, practice: boolean, entryOpensAt: string): Session => ({ ...session(id), practice, entryOpensAt });
  const sessions = [at('mock', true, '2024-05-01T08:00:00+08:00'), at('real', false, '2024-05-18T08:00:00+08:00')];
  const order = (now: string) => dueFirst({ now, sessions }).map(({ id }) => id);

  it('is what counts, once people may enter', () => {
    expect(order('2024-05-18T00:00:00Z')).toEqual(['real', 'mock']);
  });

  it('is a practice until then', () => {
    expect(order('2024-05-17T23:59:59Z')).toEqual(['mock', 'real']);
  });
});
