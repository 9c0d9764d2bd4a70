/** One place in an uploaded file that breaks a rule. */
export interface FieldProblem {
  file: string | null;
  line: number | null;
  field: string | null;
  rule: string;
  facts: Record<string, unknown>;
}

/** The server's refusal (RFC 9457): a stable code and facts; the sentence is ours. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: Record<string, unknown> = {},
    readonly problems: FieldProblem[] = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(`${status} ${code}`);
    this.name = 'ApiProblem';
  }
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function fieldProblem(value: unknown): FieldProblem {
  const { file, line, field, rule, facts } = record(value);
  return {
    file: text(file),
    line: typeof line === 'number' && line > 0 ? line : null,
    field: text(field),
    rule: text(rule) ?? 'unknown',
    facts: record(facts),
  };
}

/** Reads a refusal; anything that is not a problem document (a proxy's page, an empty body) still becomes a known code. */
export function readProblem(status: number, body: unknown, retryAfter: string | null = null): ApiProblem {
  const { code, facts, problems } = record(body);
  const seconds = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null;
  const fallback = status === 0 ? 'web.unreachable' : status >= 500 ? 'web.server-failed' : 'web.unexpected';
  const places = problems ?? record(facts).problems;
  const list = Array.isArray(places) ? places.map(fieldProblem) : [];
  return new ApiProblem(status, text(code) ?? fallback, record(facts), list, seconds);
}

export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem(0, 'web.unexpected', { detail: String(error) });
}
