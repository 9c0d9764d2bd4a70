/** Where a window keeps what must survive a reload and nothing else. */
export type Pocket = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const BYTES = 24;

/** 192 bits of chance; `randomUUID` does not exist on plain http. */
function chance(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What makes a repeated sign-in the same one. When the node's answer is lost, this machine owns the attempt already and does not know; with
 * the same secret it is let in again, also after a reload. Forgotten as soon as the answer is here.
 */
export class SignInSecrets {
  constructor(private readonly pocket: Pocket) {}

  of(ticket: string): string {
    const key = SignInSecrets.key(ticket);
    const kept = this.pocket.getItem(key);
    if (kept !== null) {
      return kept;
    }
    const made = chance();
    this.pocket.setItem(key, made);
    return made;
  }

  forget(ticket: string): void {
    this.pocket.removeItem(SignInSecrets.key(ticket));
  }

  private static key(ticket: string): string {
    return `sign-in ${ticket.trim()}`;
  }
}
