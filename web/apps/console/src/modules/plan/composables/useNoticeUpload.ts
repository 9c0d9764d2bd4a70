import { ref } from 'vue';
import { useRouter } from 'vue-router';
import { answer, api } from '../../../api/client.ts';
import { asProblem, type ApiProblem } from '../../../api/problem.ts';

const LARGEST = 1024 * 1024;

/** Sends a notice file, byte by byte: the server knows UTF-8 and GB18030. A good one leads to its page, a bad one leaves its problems. */
export function useNoticeUpload() {
  const router = useRouter();
  const problem = ref<ApiProblem | null>(null);
  const fileName = ref('');
  const tooLarge = ref(false);
  const busy = ref(false);

  async function upload(file: File): Promise<void> {
    fileName.value = file.name;
    problem.value = null;
    tooLarge.value = file.size > LARGEST;
    if (tooLarge.value) {
      return;
    }
    busy.value = true;
    try {
      const bytes = await file.arrayBuffer();
      const notice = await answer(
        api.POST('/api/plan/notices', {
          params: { query: { file: file.name } },
          headers: { 'Content-Type': 'application/yaml' },
          // The contract calls a file's content a string; what is sent are the bytes.
          body: file.name,
          bodySerializer: () => bytes,
        }),
      );
      await router.push({ name: 'notice', params: { id: notice.id } });
    } catch (error) {
      problem.value = asProblem(error);
    } finally {
      busy.value = false;
    }
  }

  return { problem, fileName, tooLarge, busy, upload };
}
