import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';

/** Who is in an issue; `flawed` narrows it to who will not be printed as they should. */
export function usePeople(id: () => string) {
  return useFilteredList(
    ({ oneOf }): { flawed?: 'true' } => ({ flawed: oneOf('flawed', ['true']) }),
    ({ flawed, ...query }) =>
      answer(
        api.GET('/api/certificate/issues/{id}/people', {
          params: { path: { id: id() }, query: { ...query, flawed: flawed && true } },
        }),
      ),
  );
}
