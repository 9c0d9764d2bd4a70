import type { components } from '@onex/api-center';
import { answer, api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';

export type Job = components['schemas']['JobView'];

/** What came of a job that was done, as it is told. */
export interface Outcome {
  tone: 'success' | 'warning';
  words: string;
}

export const hasEnded = (job: Pick<Job, 'state'>): boolean => ['DONE', 'FAILED', 'CANCELLED'].includes(job.state);

/** Why a job failed, as a refusal that has a sentence. */
export const failureOf = (job: Job): ApiProblem => new ApiProblem(0, job.code ?? 'job.broken', job.facts);

/** Asks for a job's end; it ends at its next step. */
export const cancelJob = (id: string): Promise<Job> => answer(api.POST('/api/job/jobs/{id}/cancellation', { params: { path: { id } } }));
