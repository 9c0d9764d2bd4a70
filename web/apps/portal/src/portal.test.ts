import { net, pending, serve } from './testing.ts';
import { ApiProblem } from '@onex/client';
import { flushPromises, mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { createMemoryHistory } from 'vue-router';
import CertificateCard from './components/CertificateCard.vue';
import ProofForm from './components/ProofForm.vue';
import ResultCard from './components/ResultCard.vue';
import { useOwn } from './composables/useOwn.ts';
import { flawsOfProof } from './flaws.ts';
import OwnPage from './pages/OwnPage.vue';
import { buildRouter } from './router.ts';
import type { Answer, OwnCertificate } from './types.ts';
import { scoreInWords } from './words.ts';

const PROOF = { name: '安以宁', idNumber: '999999200603150011', ticket: '2024051800000174' };
const answerOf = (state: Answer['state'], some: Partial<Answer> = {}): Answer => ({
  name: '安以宁',
  plan: { name: '第一次统考' },
  college: '青岚职业技术学院',
  qualification: '网店运营推广',
  level: 'INTERMEDIATE',
  state,
  printed: { from: '2024-06-10', to: '2024-06-12' },
  opens: '2024-06-10T00:00:00+08:00',
  closes: '2024-06-13T00:00:00+08:00',
  entries: [
    { subject: 'THEORY', status: 'SCORED', score: 86, full: 100 },
    { subject: 'PRACTICAL', status: 'VOID', score: null, full: 100 },
  ],
  eachAtLeast: 60,
  outcome: 'PASSED',
  ...some,
});
const certificate: OwnCertificate = {
  number: '101010101202420000017',
  qualification: '网店运营推广',
  level: 'INTERMEDIATE',
  issuedOn: '2024-07-01',
  state: 'VALID',
  downloadable: true,
  reason: null,
};

describe('a proof', () => {
  it('that may be right has no flaw, however it is typed', () => {
    expect(flawsOfProof(PROOF)).toEqual({});
    expect(flawsOfProof({ ...PROOF, idNumber: ' ９９９９９９ 20060315 0011 ', ticket: '2024 0518 0000 0174' })).toEqual({});
  });

  it('is not sent while a field is missing or cannot be right', () => {
    expect(flawsOfProof({ name: ' ', idNumber: PROOF.idNumber.replace(/1$/, '2'), ticket: '1234' })).toEqual({
      name: 'flaws.name',
      idNumber: 'flaws.idNumber.check',
      ticket: 'flaws.ticket',
    });
    expect(flawsOfProof({ ...PROOF, idNumber: '123' })).toEqual({ idNumber: 'flaws.idNumber.length' });
  });

  it('stays in the form when it is refused, and goes when it is cleared', async () => {
    const form = mount(ProofForm, { props: { busy: false, refusal: null } });
    const fields = form.findAll('input');
    await fields[0]?.setValue(PROOF.name);
    await form.find('form').trigger('submit');
    await nextTick();
    expect(form.emitted('ask')).toBeUndefined();
    expect(fields.map((field) => field.attributes('aria-invalid'))).toEqual(['false', 'true', 'true']);
    await fields[1]?.setValue(PROOF.idNumber);
    await fields[2]?.setValue(PROOF.ticket);
    await form.find('form').trigger('submit');
    await nextTick();
    expect(form.emitted('ask')).toEqual([[PROOF]]);
    expect(fields.map((field) => field.element.value)).toEqual(Object.values(PROOF));
    await form.find('button[type=button]').trigger('click');
    expect(fields.map((field) => field.element.value)).toEqual(['', '', '']);
  });
});

describe('looking up one’s own', () => {
  it('asks for a certificate only where there may be one', async () => {
    const asked = serve({ json: answerOf('PUBLICITY') }, { json: answerOf('FINAL', { outcome: 'FAILED' }) });
    const own = useOwn();
    await own.ask(PROOF);
    await own.ask(PROOF);
    expect(asked.map(({ path }) => path)).toEqual(['/api/result/inquiries', '/api/result/inquiries']);
    expect(own.certificate.value).toBeUndefined();
  });

  it('sends numbers as they are kept and finds the certificate', async () => {
    const asked = serve({ json: answerOf('FINAL') }, { json: certificate });
    const own = useOwn();
    await own.ask({ name: ' 安以宁 ', idNumber: '999999 20060315 0011', ticket: '2024 0518 0000 0174' });
    expect(asked.map(({ body }) => body)).toEqual([PROOF, PROOF]);
    expect(own.certificate.value?.number).toBe(certificate.number);
  });

  it('shows the result also while no certificate was issued', async () => {
    serve({ json: answerOf('FINAL') }, { status: 404, json: { code: 'certificate.none' } });
    const own = useOwn();
    await own.ask(PROOF);
    expect([own.result.value?.state, own.certificate.value, own.finding.refusal.value]).toEqual(['FINAL', null, null]);
  });

  it('shows nothing of somebody when it is refused', async () => {
    serve({ status: 404, json: { code: 'result.not-found' } });
    const own = useOwn();
    await own.ask(PROOF);
    expect([own.result.value, own.asking.refusal.value?.code]).toEqual([null, 'result.not-found']);
  });

  it('shows the result while the certificate is looked for and when that is refused, and looks again', async () => {
    const first = pending<object>();
    serve({ json: answerOf('FINAL') }, { status: 503, json: first.json }, { json: certificate });
    const own = useOwn();
    const asking = own.ask(PROOF);
    await vi.waitFor(() => expect(own.finding.busy.value).toBe(true));
    expect([own.result.value?.state, own.certificate.value]).toEqual(['FINAL', undefined]);
    first.arrive({});
    await asking;
    expect([own.result.value?.state, own.asking.refusal.value]).toEqual(['FINAL', null]);
    expect(own.finding.refusal.value?.code).toBe('web.server-failed');
    await own.find();
    expect([own.certificate.value?.number, own.finding.refusal.value]).toEqual([certificate.number, null]);
  });

  it('shows nothing that arrives after everything was forgotten', async () => {
    const late = { result: pending<Answer>(), certificate: pending<OwnCertificate>() };
    serve(late.result, { json: answerOf('FINAL') }, late.certificate);
    const own = useOwn();
    const first = own.ask(PROOF);
    own.forget();
    expect(own.asking.busy.value).toBe(false);
    late.result.arrive(answerOf('FINAL'));
    await first;
    expect(own.result.value).toBeNull();
    const second = own.ask(PROOF);
    await vi.waitFor(() => expect(net.asked).toHaveLength(3));
    own.forget();
    late.certificate.arrive(certificate);
    await second;
    expect([own.result.value, own.certificate.value]).toEqual([null, undefined]);
  });

  it('is still busy when a question that was overtaken comes to its end', async () => {
    const [first, second] = [pending<object>(), pending<Answer>()];
    serve({ status: 404, json: first.json }, second);
    const own = useOwn();
    const asked = [own.ask(PROOF), own.ask(PROOF)];
    first.arrive({ code: 'result.not-found' });
    await asked[0];
    expect([own.asking.busy.value, own.asking.refusal.value]).toEqual([true, null]);
    second.arrive(answerOf('PUBLICITY'));
    await asked[1];
    expect([own.asking.busy.value, own.result.value?.state]).toEqual([false, 'PUBLICITY']);
  });

  it('saves no file that arrives after everything was forgotten', async () => {
    const file = pending<string>();
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:fictional');
    serve({ json: answerOf('FINAL') }, { json: certificate }, file);
    const own = useOwn();
    await own.ask(PROOF);
    const download = own.download();
    await vi.waitFor(() => expect(net.asked).toHaveLength(3));
    own.forget();
    file.arrive('%PDF');
    await download;
    expect([saved.mock.calls.length, own.downloading.busy.value]).toEqual([0, false]);
    saved.mockRestore();
  });

  it('leaves nothing of the former person to the next one', async () => {
    serve({ json: answerOf('PUBLICITY') });
    const page = mount(OwnPage, { attachTo: document.body });
    const fields = page.findAll('input');
    for (const [place, text] of Object.values(PROOF).entries()) {
      await fields[place]?.setValue(text);
    }
    await page.find('form').trigger('submit');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('安以宁的成绩'));
    await page
      .findAll('button')
      .find((button) => button.text() === '重新查询')
      ?.trigger('click');
    await flushPromises();
    expect(page.text()).not.toContain('青岚');
    expect(fields.map((field) => field.element.value)).toEqual(['', '', '']);
    expect(document.activeElement).toBe(fields[0]?.element);
  });

  it('cannot download after everything was forgotten', async () => {
    const asked = serve({ json: answerOf('FINAL') }, { json: certificate });
    const own = useOwn();
    await own.ask(PROOF);
    own.forget();
    await own.download();
    expect(asked).toHaveLength(2);
    expect(own.result.value).toBeNull();
  });
});

describe('a result', () => {
  it('says why there is no score', () => {
    const card = mount(ResultCard, { props: { answer: answerOf('PUBLICITY') } });
    expect(card.findAll('tbody tr').map((row) => row.text())).toEqual(['理论86100', '实操成绩无效100']);
    expect(scoreInWords({ status: 'SCORED', score: 0 })).toBe('0');
  });

  it('tells the way to a review only while it is open', () => {
    const shown = (answer: Answer): boolean => mount(ResultCard, { props: { answer } }).text().includes('申请复核。考生个人不能');
    expect([shown(answerOf('PUBLICITY')), shown(answerOf('UNDER_REVIEW')), shown(answerOf('FINAL'))]).toEqual([true, false, false]);
  });

  it('that is not public yet says the printed days, or that there are none', () => {
    const before = { entries: null, outcome: null, opens: null, closes: null };
    const text = (some: Partial<Answer>): string =>
      mount(ResultCard, { props: { answer: answerOf('NOT_YET', { ...before, ...some }) } }).text();
    expect(text({})).toContain('6月10日–6月12日');
    expect(text({ printed: null })).toContain('公示日期还没有确定');
    expect(text({})).not.toContain('合格');
  });
});

describe('a certificate', () => {
  const props = { unknown: null, busy: false, refusal: null };
  const card = (some: Partial<OwnCertificate>) => mount(CertificateCard, { props: { ...props, certificate: { ...certificate, ...some } } });

  it('is downloaded only where the server would hand it out', () => {
    expect(card({}).find('button').text()).toBe('下载证书（PDF）');
    expect(card({ downloadable: false, reason: 'FEE_NOT_CLEARED' }).find('button').exists()).toBe(false);
    expect(card({ downloadable: false, reason: 'REVOKED', state: 'REVOKED' }).text()).toContain('已撤销');
  });
});

describe('a certificate that is not known', () => {
  const text = (certificate: null | undefined, unknown: ApiProblem | null): string =>
    mount(CertificateCard, { props: { certificate, unknown, busy: false, refusal: null } }).text();

  it('is called not issued only when the server says so', () => {
    expect(text(null, null)).toContain('证书还没有签发');
    expect(text(undefined, null)).toBe('证书正在查询证书…');
    const refused = text(undefined, new ApiProblem(0, 'web.unreachable'));
    expect(refused).toContain('连不上服务器');
    expect(refused).toContain('再试一次');
    expect(refused).not.toContain('还没有签发');
  });
});

describe('the addresses', () => {
  it('lead to a page each, an unknown one to words', async () => {
    const router = buildRouter(createMemoryHistory());
    for (const [address, name] of Object.entries({ '/': 'home', '/results': 'own', '/verify#key=a': 'verify', '/x/y': 'not-found' })) {
      await router.push(address);
      expect(router.currentRoute.value.name).toBe(name);
    }
    expect(document.title).toContain('没有这个页面');
  });
});
