/** The little of IndexedDB that the journal needs: one transaction that is on the disk when its promise is fulfilled. */

export const STORES = { attempts: 'attempts', entries: 'entries', answers: 'answers', papers: 'papers' } as const;

export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

export async function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  const opening = factory.open('onex-exam', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(STORES.attempts, { keyPath: 'attempt' });
    opening.result.createObjectStore(STORES.entries, { keyPath: ['attempt', 'epoch', 'seq'] });
    opening.result.createObjectStore(STORES.answers, { keyPath: ['attempt', 'item'] });
    opening.result.createObjectStore(STORES.papers);
  };
  return settled(opening);
}

export type Store = (name: keyof typeof STORES) => IDBObjectStore;

/** `strict`: the promise is kept only when the disk has it, not when the operating system has. */
export function transact<T>(database: IDBDatabase, mode: IDBTransactionMode, work: (store: Store) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(Object.values(STORES), mode, { durability: 'strict' });
    let result: T;
    let failure: unknown;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(failure ?? transaction.error ?? new Error('IndexedDB'));
    work((name) => transaction.objectStore(name)).then(
      (value) => {
        result = value;
      },
      (error: unknown) => {
        failure = error;
        try {
          transaction.abort();
        } catch {
          reject(error);
        }
      },
    );
  });
}
