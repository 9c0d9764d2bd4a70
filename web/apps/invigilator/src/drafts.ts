import { reactive, type InjectionKey } from 'vue';
import type { IncidentKind } from './node.ts';

/** What was begun to be written about somebody; a PIN is no part of it. */
export interface Draft {
  incident: IncidentKind | '';
  facts: string;
  statement: string;
}

/** Kept as long as somebody is signed in: a panel that is closed for another seat must not lose half a page. */
export function createDrafts() {
  const begun = new Map<string, Draft>();
  return {
    of(attempt: string): Draft {
      const draft = begun.get(attempt) ?? reactive<Draft>({ incident: '', facts: '', statement: '' });
      begun.set(attempt, draft);
      return draft;
    },
    forget: (attempt: string) => void begun.delete(attempt),
  };
}

export type Drafts = ReturnType<typeof createDrafts>;
export const DRAFTS: InjectionKey<Drafts> = Symbol('drafts');
