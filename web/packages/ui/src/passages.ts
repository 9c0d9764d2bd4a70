/** What is told, in parts: a table, or a paragraph. */
export type Passage = { kind: 'table'; head: string[]; rows: string[][] } | { kind: 'text'; text: string };

const isRow = (line: string): boolean => /\S\s*[|｜]\s*\S/.test(line);
const cells = (line: string): string[] => line.split(/[|｜]/).map((cell) => cell.trim());

/** Lines with | between the cells, two of them or more, are a table with its head on top; every other line is a paragraph. */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = [];
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
      passages.push({ kind: 'table', head, rows });
      at = end;
    } else {
      passages.push({ kind: 'text', text: lines[at++] ?? '' });
    }
  }
  return passages;
}
