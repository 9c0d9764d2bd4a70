import type { components } from '@onex/api-center';

type Schemas = components['schemas'];

export type ReturnPlan = Schemas['ReturnPlanView'];
export type SiteReturn = Schemas['SiteReturnView'];
export type ReturnState = SiteReturn['state'];
export type ReturnProblem = SiteReturn['problems'][number];
export type ReturnServer = SiteReturn['nodes'][number];
export type Doubt = Schemas['DoubtView'];
export type DoubtKind = Doubt['kind'];
export type Incident = Schemas['IncidentView'];
export type IncidentKind = Incident['kind'];
export type Script = Schemas['ScriptView'];
export type Receipt = Script['receipts'][number];

export const RETURN_STATES: ReturnState[] = ['AWAITED', 'COMING', 'COMPLETE'];
export const PROBLEM_CODES: ReturnProblem['code'][] = ['REFUSED', 'SILENT', 'NODE_WITHDRAWN', 'RUNS_WITHOUT_OUTCOME', 'OLDER_VERSION'];
export const DOUBT_KINDS: DoubtKind[] = ['EMPTY', 'LATE', 'TWO_SCRIPTS', 'MOVED', 'REFUSED', 'SAYS_OTHERWISE'];
export const INCIDENT_KINDS: IncidentKind[] = ['DISCIPLINE', 'CHEATING', 'EQUIPMENT', 'HEALTH', 'OTHER'];
export const HAND_INS: Receipt['kind'][] = ['CANDIDATE', 'DEADLINE', 'FORCED', 'LATE_SYNC'];
export const REFUSALS = ['UNREADABLE', 'MISPLACED', 'INCOMPLETE', 'HASH'] as const;
export const OUTCOMES = ['HANDED_IN', 'NOT_STARTED', 'ABSENT'] as const;

/** An exam server in the facts of a doubt about two scripts. */
export interface Sender {
  id: string;
  name: string;
  revisions: number;
}
export const sendersOf = ({ facts }: Pick<Doubt, 'facts'>): Sender[] => (facts.nodes ?? []) as Sender[];

/** The doubts that somebody decides on by saying what counts. */
export const DECIDABLE: ReadonlySet<DoubtKind> = new Set<DoubtKind>(['LATE', 'TWO_SCRIPTS', 'MOVED']);
