import { flatten, Sentences, type ApiProblem, type Facts } from '@onex/client';
import words from './locales/zh-CN.json';

export const sentences = new Sentences(flatten(words));

/** The Chinese sentence of a key; a key without one shows itself, and a test fails. */
export const t = (key: string, facts?: Facts): string => sentences.say(key, facts);

/** What a refusal means for somebody who has no account. */
export const problemText = (problem: ApiProblem): string => sentences.ofProblem(problem);
