import { ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useUpload } from '../../../shell/useUpload.ts';
import type { RosterImport } from '../types.ts';

/** Sends a roster and has it read. */
export function useRosterUpload() {
  const { upload, refusal: broken, ...sending } = useUpload();
  const { refusal, act } = useAct();
  const wrongKind = ref(false);

  /** The import that has begun, or null when the file was refused. */
  async function send(file: File): Promise<RosterImport | null> {
    wrongKind.value = !/\.(xlsx|xls|csv)$/i.test(file.name);
    refusal.value = null;
    const kept = wrongKind.value ? null : await upload(file);
    if (kept === null) {
      refusal.value = wrongKind.value ? null : broken.value;
      return null;
    }
    return act(() => answer(api.POST('/api/candidate/imports', { body: { file: kept.id } })));
  }

  return { ...sending, refusal, wrongKind, send };
}
