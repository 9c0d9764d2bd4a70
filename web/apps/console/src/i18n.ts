import { flatten, Sentences, type Facts, type Tree } from '@onex/client';

export { fill, type Facts } from '@onex/client';

const files = import.meta.glob<{ default: Tree }>(['./locales/zh-CN.json', './modules/*/locales/zh-CN.json'], { eager: true });

/** Every sentence by its key; a module's sentences stand under the module's name. */
export const messages: ReadonlyMap<string, string> = Object.entries(files).reduce((all, [path, file]) => {
  const module = /\.\/modules\/([^/]+)\//.exec(path)?.[1] ?? '';
  return flatten(file.default, module, all);
}, new Map<string, string>());

export const sentences = new Sentences(messages);

export const hasMessage = (key: string): boolean => sentences.has(key);

/** The Chinese sentence of a key; a key without one shows itself, and a test fails. */
export const t = (key: string, facts?: Facts): string => sentences.say(key, facts);
