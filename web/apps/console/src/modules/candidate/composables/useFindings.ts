import { watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useUpload } from '../../../shell/useUpload.ts';
import type { Key } from '../types.ts';

/** What was found out about somebody's name and ID number, and confirming it with evidence where it is doubtful. */
export function useFindings(key: () => Key) {
  const params = (): { path: Key } => ({ path: key() });
  const asked = useAsk(() => answer(api.GET('/api/identity/enrolments/{candidate}/{enrolment}/findings', { params: params() })));
  const { refusal, busy, act } = useAct();
  const sending = useUpload();
  watch(
    () => Object.values(key()).join('/'),
    () => void asked.load(),
    { immediate: true },
  );

  /** True when it is done. */
  async function confirm(file: File, remark: string): Promise<boolean> {
    refusal.value = null;
    const evidence = await sending.upload(file);
    if (evidence === null) {
      refusal.value = sending.refusal.value;
      return false;
    }
    const body = { evidence: evidence.id, remark };
    const address = '/api/identity/enrolments/{candidate}/{enrolment}/confirmation';
    const done = await act(() => answer(api.POST(address, { params: params(), body })));
    if (done !== null) {
      await asked.load();
    }
    return done !== null;
  }

  return { ...asked, refusal, busy, sending: sending.busy, share: sending.share, confirm };
}
