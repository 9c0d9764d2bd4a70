import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';

/** One ticket at once, as a file for the browser to keep. */
export function useTicket() {
  const { refusal, busy, act } = useAct();

  async function fetchTicket(ticket: string): Promise<Blob | null> {
    return act(async () => {
      const call = api.GET('/api/printing/tickets/{ticket}', { params: { path: { ticket } }, parseAs: 'blob' });
      return (await answer(call as Promise<{ data?: unknown }>)) as Blob;
    });
  }

  return { refusal, busy, fetchTicket };
}
