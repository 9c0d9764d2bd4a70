import { ref } from 'vue';
import { useAct } from '../useAct.ts';
import { useUpload } from '../useUpload.ts';
import type { Intake, IntakeApi } from './kind.ts';

/** Sends a spreadsheet and has it read. */
export function useIntakeUpload(api: IntakeApi) {
  const { upload, refusal: broken, ...sending } = useUpload();
  const { refusal, act } = useAct();
  const wrongKind = ref(false);

  /** The import that has begun, or null when the file was refused. */
  async function send(file: File): Promise<Intake | null> {
    wrongKind.value = !/\.(xlsx|xls|csv)$/i.test(file.name);
    refusal.value = null;
    const kept = wrongKind.value ? null : await upload(file);
    if (kept === null) {
      refusal.value = wrongKind.value ? null : broken.value;
      return null;
    }
    return act(() => api.begin(kept.id));
  }

  return { ...sending, refusal, wrongKind, send };
}
