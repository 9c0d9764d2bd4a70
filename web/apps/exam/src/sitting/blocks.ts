import type { Session } from './protocol.ts';

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
