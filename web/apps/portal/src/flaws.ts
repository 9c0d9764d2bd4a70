import { flawOf, plainNumber } from '@onex/client';
import type { Proof } from './types.ts';

const CERTIFICATE_NUMBER = /^\d{21}$/;
const TICKET = /^\d{16}$/;

/** What is wrong with each field, as the key of its sentence; nothing for a field that may be right. */
export type Flaws<F> = { [K in keyof F]?: string };

/** What can be seen wrong in a proof without asking; a wrong one that is sent counts as a try. */
export function flawsOfProof({ name, idNumber, ticket }: Proof): Flaws<Proof> {
  const number = flawOf(idNumber);
  return {
    ...(name.trim() === '' ? { name: 'flaws.name' } : {}),
    ...(number === null ? {} : { idNumber: `flaws.idNumber.${number}` }),
    ...(TICKET.test(plainNumber(ticket)) ? {} : { ticket: 'flaws.ticket' }),
  };
}

export function flawsOfCertificate({ number, name }: { number: string; name: string }): Flaws<{ number: string; name: string }> {
  return {
    ...(CERTIFICATE_NUMBER.test(plainNumber(number)) ? {} : { number: 'flaws.number' }),
    ...(name.trim() === '' ? { name: 'flaws.certificateName' } : {}),
  };
}
