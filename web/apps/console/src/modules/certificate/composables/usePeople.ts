import { answer, api } from '../../../api/client.ts';
import { useList } from '../../../shell/useList.ts';

/** Who is in an issue. */
export function usePeople(id: () => string) {
  return useList((query) => answer(api.GET('/api/certificate/issues/{id}/people', { params: { path: { id: id() }, query } })));
}
