import { asProblem, plainNumber } from '@onex/client';
import { ref } from 'vue';
import { answer, api } from '../api.ts';
import { save } from '../save.ts';
import type { Answer, OwnCertificate, Proof } from '../types.ts';
import { useLatest } from './useLatest.ts';

/** Candidates' own results and certificate. The proof is kept as long as the page shows what it opened, and nowhere else. */
export function useOwn() {
  const asking = useLatest();
  const finding = useLatest();
  const downloading = useLatest();
  const result = ref<Answer | null>(null);
  /** Null when there is none; undefined while nobody knows. */
  const certificate = ref<OwnCertificate | null>();
  let proof: Proof | null = null;

  async function ask({ name, idNumber, ticket }: Proof): Promise<void> {
    forget();
    const body = { name: name.trim(), idNumber: plainNumber(idNumber), ticket: plainNumber(ticket) };
    const answered = await asking.act(
      (signal) => answer(api.POST('/api/result/inquiries', { body, signal })),
      (known) => {
        result.value = known;
        proof = body;
      },
    );
    if (answered) {
      await find();
    }
  }

  /** A certificate is looked for only where there may be one; the result stands whatever comes of it. */
  async function find(): Promise<void> {
    const body = proof;
    if (body === null || result.value?.state !== 'FINAL' || result.value.outcome !== 'PASSED') {
      return;
    }
    await finding.act(
      (signal) =>
        answer(api.POST('/api/certificate/inquiries', { body, signal })).catch((error: unknown) => {
          if (asProblem(error).code === 'certificate.none') {
            return null;
          }
          throw error;
        }),
      (found) => (certificate.value = found),
    );
  }

  async function download(): Promise<void> {
    const body = proof;
    const number = certificate.value?.number;
    if (body === null || number === undefined) {
      return;
    }
    const headers = { Accept: 'application/pdf, application/problem+json' };
    await downloading.act(
      (signal) => answer<unknown>(api.POST('/api/certificate/downloads', { body, parseAs: 'blob', headers, signal })),
      (file) => save(file as Blob, `${number}.pdf`),
    );
  }

  function forget(): void {
    [asking, finding, downloading].forEach((question) => question.forget());
    proof = null;
    result.value = null;
    certificate.value = undefined;
  }

  return { result, certificate, asking, finding, downloading, ask, find, download, forget };
}
