/** The paragraphs of what somebody wrote, as they set them; empty lines only part them. */
export const paragraphsOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');

/** A task begins with its title on a line of its own. */
export function headed(stem: string): { head: string; body: string } {
  const [head = '', ...body] = stem.trimStart().split('\n');
  return { head: head.trim(), body: body.join('\n') };
}
