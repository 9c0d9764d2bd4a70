import type { ApiProblem } from './problem.ts';

export type Tree = { [key: string]: string | Tree };
export type Facts = Record<string, unknown>;

/** Every sentence of a tree by its key. */
export function flatten(tree: Tree, prefix = '', into = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(tree)) {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') {
      into.set(name, value);
    } else {
      flatten(value, name, into);
    }
  }
  return into;
}

const PLACE = /\{(\w+)\}/g;

/** Fills {name}, lists with 、 between; a part in [brackets] is left out when a name in it has no value. */
export function fill(message: string, facts: Facts): string {
  const known = (name: string): boolean => [facts[name] ?? []].flat().join('') !== '';
  return message
    .replace(/\[([^\]]*)\]/g, (_, part: string) => ([...part.matchAll(PLACE)].every((match) => known(match[1] ?? '')) ? part : ''))
    .replace(PLACE, (_, name: string) => (known(name) ? [facts[name]].flat().join('、') : '—'));
}

/** What an application says, by key. */
export class Sentences {
  constructor(readonly all: ReadonlyMap<string, string>) {}

  has(key: string): boolean {
    return this.all.has(key);
  }

  /** The sentence of a key; a key without one shows itself, and a test fails. */
  say(key: string, facts: Facts = {}): string {
    const message = this.all.get(key);
    return message === undefined ? key : fill(message, facts);
  }

  /** What a refusal means, with what to do next. */
  ofProblem({ code, facts, retryAfterSeconds }: ApiProblem): string {
    const key = `errors.${code}`;
    const seconds = retryAfterSeconds ?? facts.retryAfterSeconds;
    return this.has(key) ? this.say(key, { ...facts, seconds }) : this.say('errors.unknown', { code });
  }
}
