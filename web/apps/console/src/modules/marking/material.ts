/** A task's material in parts: a table, or a paragraph. */
export type Part = { kind: 'table'; head: string[]; rows: string[][] } | { kind: 'text'; text: string };

const isRow = (line: string): boolean => /\S\s*[|｜]\s*\S/.test(line);
const cells = (line: string): string[] => line.split(/[|｜]/).map((cell) => cell.trim());

/** Lines with | between the cells, two of them or more, are a table with its head on top; every other line is a paragraph. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  for (let at = 0; at < lines.length;) {
    let end = at;
    while (isRow(lines[end] ?? '')) {
      end++;
    }
    if (end - at >= 2) {
      const [head = [], ...rows] = lines.slice(at, end).map(cells);
      parts.push({ kind: 'table', head, rows });
      at = end;
    } else {
      parts.push({ kind: 'text', text: lines[at++] ?? '' });
    }
  }
  return parts;
}

/** The paragraphs of what somebody wrote, as they set them; empty lines only part them. */
export const paragraphsOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');

/** A task begins with its title on a line of its own. */
export function headed(stem: string): { head: string; body: string } {
  const [head = '', ...body] = stem.trimStart().split('\n');
  return { head: head.trim(), body: body.join('\n') };
}
