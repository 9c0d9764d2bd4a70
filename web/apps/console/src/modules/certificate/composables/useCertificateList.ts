import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { CERTIFICATE_STATES, LEVELS, type CertificateState, type Level } from '../types.ts';

export interface CertificateFilters {
  plan?: string;
  college?: string;
  level?: Level;
  state?: CertificateState;
  text?: string;
}

/** Certificates that have a number. */
export function useCertificateList() {
  return useFilteredList(
    ({ word, oneOf }): CertificateFilters => ({
      plan: word('plan'),
      college: word('college'),
      level: oneOf('level', LEVELS),
      state: oneOf('state', CERTIFICATE_STATES),
      text: word('text'),
    }),
    (query) => answer(api.GET('/api/certificate/certificates', { params: { query } })),
  );
}
