import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { LEVELS, STATES, type Level, type RegistrationState } from '../types.ts';

export interface RegistrationFilters {
  plan?: string;
  level?: Level;
  state?: RegistrationState;
  college?: string;
  q?: string;
}

/** The registrations that one may see. */
export function useRegistrationList() {
  return useFilteredList(
    ({ word, oneOf }): RegistrationFilters => ({
      plan: word('plan'),
      level: oneOf('level', LEVELS),
      state: oneOf('state', STATES),
      college: word('college'),
      q: word('q'),
    }),
    (wanted) => answer(api.GET('/api/registration/registrations', { params: { query: { ...wanted, limit: 50 } } })),
  );
}
