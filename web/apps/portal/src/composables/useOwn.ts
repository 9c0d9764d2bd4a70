import { asProblem, plainNumber, useAct } from '@onex/client';
import { ref } from 'vue';
import { answer, api } from '../api.ts';
import { save } from '../save.ts';
import type { Answer, OwnCertificate, Proof } from '../types.ts';

/** Candidates' own results and certificate. The proof is kept as long as the page shows what it opened, and nowhere else. */
export function useOwn() {
  const asking = useAct();
  const downloading = useAct();
  const result = ref<Answer | null>(null);
  const certificate = ref<OwnCertificate | null>(null);
  let proof: Proof | null = null;

  /** Nothing while there is none; a certificate is looked for only where there may be one. */
  async function certificateOf(body: Proof, { state, outcome }: Answer): Promise<OwnCertificate | null> {
    if (state !== 'FINAL' || outcome !== 'PASSED') {
      return null;
    }
    return answer(api.POST('/api/certificate/inquiries', { body })).catch((error: unknown) => {
      if (asProblem(error).code === 'certificate.none') {
        return null;
      }
      throw error;
    });
  }

  async function ask({ name, idNumber, ticket }: Proof): Promise<void> {
    const body = { name: name.trim(), idNumber: plainNumber(idNumber), ticket: plainNumber(ticket) };
    await asking.act(async () => {
      const answered = await answer(api.POST('/api/result/inquiries', { body }));
      certificate.value = await certificateOf(body, answered);
      result.value = answered;
      proof = body;
    });
  }

  async function download(): Promise<void> {
    const body = proof;
    if (body !== null) {
      await downloading.act(async () => {
        const headers = { Accept: 'application/pdf, application/problem+json' };
        const file = await answer<unknown>(api.POST('/api/certificate/downloads', { body, parseAs: 'blob', headers }));
        save(file as Blob, `${certificate.value?.number}.pdf`);
      });
    }
  }

  function forget(): void {
    proof = null;
    result.value = null;
    certificate.value = null;
    asking.refusal.value = null;
    downloading.refusal.value = null;
  }

  return {
    result,
    certificate,
    refusal: asking.refusal,
    busy: asking.busy,
    refused: downloading.refusal,
    saving: downloading.busy,
    ask,
    download,
    forget,
  };
}
