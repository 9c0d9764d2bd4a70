import { clean, type Answers } from './answers.ts';
import { openDatabase, settled, transact, type Store } from './database.ts';
import type { AttemptView, Change, Receipt } from './protocol.ts';

/** What this machine keeps of an attempt. `open` goes on at the next opening of the page, `handed-in` shows its receipt, `closed` is over here. */
export interface Kept {
  attempt: string;
  epoch: number;
  /** The last number given to an entry. */
  lastSeq: number;
  /** What the node has on its disk. */
  durableSeq: number;
  /** The window that may write. */
  owner: string;
  ticket: string;
  phase: 'open' | 'handed-in' | 'closed';
  identityConfirmed: boolean;
  key: string | null;
  view: AttemptView;
  marks: string[];
  receipt: Receipt | null;
  /** The greatest is the last one used. */
  turn: number;
}

export interface Run {
  attempt: string;
  epoch: number;
}

interface Stored extends Change {
  attempt: string;
  epoch: number;
}

/** Another window, or another sign-in in this browser, writes this attempt now. */
export class NotOurs extends Error {}

const entriesOf = ({ attempt, epoch }: Run, upTo: number = Number.MAX_SAFE_INTEGER): IDBKeyRange =>
  IDBKeyRange.bound([attempt, epoch, 0], [attempt, epoch, upTo]);
type Answered = { item: string; value: string };

const answersOf = (attempt: string): IDBKeyRange => IDBKeyRange.bound([attempt], [attempt, []]);

async function all(store: Store): Promise<Kept[]> {
  return settled(store('attempts').getAll() as IDBRequest<Kept[]>);
}

async function one(store: Store, attempt: string): Promise<Kept | undefined> {
  return settled(store('attempts').get(attempt) as IDBRequest<Kept | undefined>);
}

async function owned(store: Store, run: Run, owner: string): Promise<Kept> {
  const kept = await one(store, run.attempt);
  if (kept === undefined || kept.owner !== owner || kept.epoch !== run.epoch) {
    throw new NotOurs();
  }
  return kept;
}

/** Every answer given on this machine, from the moment it is given until the node has it on its disk. */
export class Journal {
  private constructor(private readonly database: IDBDatabase) {}

  static async open(factory: IDBFactory): Promise<Journal> {
    return new Journal(await openDatabase(factory));
  }

  /**
   * A view from the node begins or renews what is kept: its answers, and over them what it does not have yet.
   *
   * @param confirmed whether the person has said already that it is them
   */
  async enter(view: AttemptView, owner: string, confirmed = false): Promise<Kept> {
    return this.write(async (store) => {
      const known = await one(store, view.attempt);
      const same = known?.epoch === view.epoch ? known : undefined;
      const turn = Math.max(0, ...(await all(store)).map((kept) => kept.turn)) + 1;
      const durableSeq = Math.max(same?.durableSeq ?? 0, view.durableSeq);
      const kept: Kept = {
        ...{
          attempt: view.attempt,
          epoch: view.epoch,
          durableSeq,
          owner,
          turn,
          // The answers are in a store of their own, which goes when the exam is over; this stays.
          view: { ...view, answers: {} },
          ticket: view.candidate.ticket,
          receipt: view.receipt,
        },
        ...{ lastSeq: Math.max(same?.lastSeq ?? 0, durableSeq), key: same?.key ?? null, marks: known?.marks ?? [], phase: 'open' },
        identityConfirmed: same?.identityConfirmed ?? confirmed,
      };
      store('attempts').put(kept);
      await settled(store('entries').delete(entriesOf(kept, view.durableSeq)));
      // Another window of this machine may have been told more since the node made this view.
      const isOlder = same !== undefined && same.durableSeq > view.durableSeq;
      const stored = isOlder ? await settled(store('answers').getAll(answersOf(view.attempt)) as IDBRequest<Answered[]>) : [];
      const base = isOlder ? stored.map(({ item, value }) => [item, value] as const) : Object.entries(view.answers);
      await settled(store('answers').delete(answersOf(view.attempt)));
      const unsent = await settled(store('entries').getAll(entriesOf(kept)) as IDBRequest<Stored[]>);
      for (const [item, value] of [...base, ...unsent.map((entry) => [entry.item, entry.value] as const)]) {
        store('answers').put({ attempt: view.attempt, item, value });
      }
      return kept;
    });
  }

  /** From here on this window writes, and no other. */
  async claim(attempt: string, owner: string): Promise<Kept | undefined> {
    return this.write(async (store) => {
      const kept = await one(store, attempt);
      if (kept !== undefined) {
        kept.owner = owner;
        store('attempts').put(kept);
      }
      return kept;
    });
  }

  /** Gives the change its number and keeps it, both or neither. */
  async append(run: Run, owner: string, item: string, value: string, at: string): Promise<number> {
    return this.write(async (store) => {
      const kept = await owned(store, run, owner);
      if (kept.phase !== 'open') {
        throw new NotOurs();
      }
      const seq = kept.lastSeq + 1;
      const safe = clean(value);
      store('attempts').put({ ...kept, lastSeq: seq });
      store('entries').add({ ...run, seq, item, value: safe, at });
      store('answers').put({ attempt: run.attempt, item, value: safe });
      return seq;
    });
  }

  /** The only place where an entry is forgotten: the node has it on its disk. */
  async acknowledge(run: Run, durableSeq: number): Promise<void> {
    await this.write(async (store) => {
      await settled(store('entries').delete(entriesOf(run, durableSeq)));
      const kept = await one(store, run.attempt);
      if (kept?.epoch === run.epoch && kept.durableSeq < durableSeq) {
        store('attempts').put({ ...kept, durableSeq, lastSeq: Math.max(kept.lastSeq, durableSeq) });
      }
    });
  }

  /** Changes what is kept beside the entries; only the owner may. */
  async keep(run: Run, owner: string, change: Partial<Pick<Kept, 'identityConfirmed' | 'key' | 'marks'>>): Promise<void> {
    await this.write(async (store) => store('attempts').put({ ...(await owned(store, run, owner)), ...change }));
  }

  /** The attempt is over on this machine: the key, the paper and the answers go; entries that the node does not have stay. */
  async finish(run: Run, phase: 'handed-in' | 'closed', receipt: Receipt | null): Promise<void> {
    await this.write(async (store) => {
      const kept = await one(store, run.attempt);
      if (kept !== undefined && kept.epoch === run.epoch) {
        store('attempts').put({ ...kept, phase, key: null, receipt: receipt ?? kept.receipt });
        store('papers').delete(kept.view.paper.sha256);
        store('answers').delete(answersOf(run.attempt));
      }
    });
  }

  async pending(run: Run, limit: number): Promise<Change[]> {
    const stored = await this.read((store) => settled(store('entries').getAll(entriesOf(run), limit) as IDBRequest<Stored[]>));
    return stored.map(({ seq, item, value, at }) => ({ seq, item, value, at }));
  }

  async unsent(run: Run): Promise<number> {
    return this.read((store) => settled(store('entries').count(entriesOf(run))));
  }

  /** All runs with entries that the node does not have, whoever sat here. */
  async unsentRuns(): Promise<Run[]> {
    const keys = await this.read((store) => settled(store('entries').getAllKeys()));
    const runs = (keys as [string, number, number][]).map(([attempt, epoch]) => ({ attempt, epoch }));
    return [...new Map(runs.map((run) => [`${run.attempt} ${run.epoch}`, run])).values()];
  }

  async find(attempt: string): Promise<Kept | undefined> {
    return this.read((store) => one(store, attempt));
  }

  /** What was done here last, unless it is over. */
  async latest(): Promise<Kept | undefined> {
    const last = (await this.read(all)).sort((a, b) => a.turn - b.turn).at(-1);
    return last?.phase === 'closed' ? undefined : last;
  }

  async byTicket(ticket: string): Promise<Kept | undefined> {
    return (await this.read(all))
      .filter((kept) => kept.ticket === ticket)
      .sort((a, b) => a.turn - b.turn)
      .at(-1);
  }

  async owns(run: Run, owner: string): Promise<boolean> {
    const kept = await this.find(run.attempt);
    return kept?.owner === owner && kept.epoch === run.epoch;
  }

  async answers(attempt: string): Promise<Answers> {
    const rows = await this.read((store) => settled(store('answers').getAll(answersOf(attempt)) as IDBRequest<Answered[]>));
    return Object.fromEntries(rows.map(({ item, value }) => [item, value]));
  }

  async paper(sha256: string): Promise<ArrayBuffer | undefined> {
    return this.read((store) => settled(store('papers').get(sha256) as IDBRequest<ArrayBuffer | undefined>));
  }

  async keepPaper(sha256: string, sealed: ArrayBuffer): Promise<void> {
    await this.write(async (store) => store('papers').put(sealed, sha256));
  }

  close(): void {
    this.database.close();
  }

  private read<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return transact(this.database, 'readonly', work);
  }

  private write<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return transact(this.database, 'readwrite', work);
  }
}
