import { computed, onScopeDispose, ref } from 'vue';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { uploadFile, type Uploaded } from '../api/upload.ts';

/** Sending one file to the server: how far it is, stopping it, and what became of it. */
export function useUpload() {
  const file = ref<File | null>(null);
  const share = ref(0);
  const refusal = ref<ApiProblem | null>(null);
  let stopper: AbortController | null = null;

  /** The file as the server keeps it, or null when it was refused. */
  async function upload(picked: File): Promise<Uploaded | null> {
    stopper = new AbortController();
    file.value = picked;
    share.value = 0;
    refusal.value = null;
    try {
      return await uploadFile(picked, (now) => (share.value = now), stopper.signal);
    } catch (error) {
      refusal.value = asProblem(error);
      return null;
    } finally {
      file.value = null;
    }
  }

  const stop = (): void => stopper?.abort();
  onScopeDispose(stop);

  return { fileName: computed(() => file.value?.name ?? ''), busy: computed(() => file.value !== null), share, refusal, upload, stop };
}
