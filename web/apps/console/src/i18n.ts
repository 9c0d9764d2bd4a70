type Tree = { [key: string]: string | Tree };
export type Facts = Record<string, unknown>;

function flatten(tree: Tree, prefix: string, into: Map<string, string>): Map<string, string> {
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

const files = import.meta.glob<{ default: Tree }>(['./locales/zh-CN.json', './modules/*/locales/zh-CN.json'], { eager: true });

/** Every sentence by its key; a module's sentences stand under the module's name. */
export const messages: ReadonlyMap<string, string> = Object.entries(files).reduce((all, [path, file]) => {
  const module = /\.\/modules\/([^/]+)\//.exec(path)?.[1] ?? '';
  return flatten(file.default, module, all);
}, new Map<string, string>());

const PLACE = /\{(\w+)\}/g;

/** Fills {name}, lists with 、 between; a part in [brackets] is left out when a name in it has no value. */
export function fill(message: string, facts: Facts): string {
  const known = (name: string): boolean => [facts[name] ?? []].flat().join('') !== '';
  return message
    .replace(/\[([^\]]*)\]/g, (_, part: string) => ([...part.matchAll(PLACE)].every((match) => known(match[1] ?? '')) ? part : ''))
    .replace(PLACE, (_, name: string) => (known(name) ? [facts[name]].flat().join('、') : '—'));
}

export function hasMessage(key: string): boolean {
  return messages.has(key);
}

/** The Chinese sentence of a key; a key without one shows itself, and a test fails. */
export function t(key: string, facts: Facts = {}): string {
  const message = messages.get(key);
  return message === undefined ? key : fill(message, facts);
}
