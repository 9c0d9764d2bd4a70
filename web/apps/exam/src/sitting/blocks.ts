import type { Session, Sessions } from './protocol.ts';

/** A session that candidates come to, and those that follow it by hand-in. */
export interface Block {
  session: Session;
  following: Session[];
}

/** The sessions in the order they came; what follows another one that is still there stands with it. */
export function inBlocks(sessions: readonly Session[]): Block[] {
  const blocks: Block[] = [];
  for (const session of sessions) {
    const before = blocks.find((block) => [block.session, ...block.following].some(({ id }) => id === session.after));
    if (before === undefined) {
      blocks.push({ session, following: [] });
    } else {
      before.following.push(session);
    }
  }
  return blocks;
}

/** What counts and may be entered by now stands before all else, also before a practice that is on: on the day people come for that. */
export function dueFirst({ now, sessions }: Sessions): Session[] {
  const isDue = (session: Session): boolean => !session.practice && Date.parse(session.entryOpensAt) <= Date.parse(now);
  return [...sessions.filter(isDue), ...sessions.filter((session) => !isDue(session))];
}
