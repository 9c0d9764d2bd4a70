import { net, pending, serve } from './testing.ts';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, type Router } from 'vue-router';
import VerdictCard from './components/VerdictCard.vue';
import { useVerification } from './composables/useVerification.ts';
import { flawsOfCertificate } from './flaws.ts';
import VerifyPage from './pages/VerifyPage.vue';
import { buildRouter } from './router.ts';
import type { Verification } from './types.ts';

const found: Verification = {
  state: 'GENUINE',
  number: '101010101202420000017',
  name: '安以宁',
  idNumber: '9999**********0011',
  qualification: '网店运营推广',
  level: 'INTERMEDIATE',
  awardingBody: '鸿科',
  college: '青岚职业技术学院',
  issuedOn: '2024-07-01',
  revoked: null,
  photo: null,
};

describe('a verification', () => {
  it('wants the whole number and a name', () => {
    expect(flawsOfCertificate({ number: '101010101 2024 2 0000017', name: '安' })).toEqual({});
    expect(Object.keys(flawsOfCertificate({ number: '10101010120242000001', name: '' }))).toEqual(['number', 'name']);
  });

  it('takes no such certificate for an answer and anything else for a refusal', async () => {
    serve({ status: 404, json: { code: 'certificate.no-such' } }, { status: 429, json: { code: 'certificate.too-many-tries' } });
    const { verify, verdict, refusal } = useVerification();
    await verify({ key: 'abc' });
    expect([verdict.value, refusal.value]).toEqual(['NO_SUCH', null]);
    await verify({ key: 'abc' });
    expect([verdict.value, refusal.value?.code]).toEqual([null, 'certificate.too-many-tries']);
  });

  it('that was overtaken by another does not answer for it', async () => {
    const late = pending<Verification>();
    serve(late, { status: 404, json: { code: 'certificate.no-such' } });
    const { verify, verdict } = useVerification();
    const first = verify({ key: 'first' });
    await verify({ key: 'second' });
    late.arrive(found);
    await first;
    expect(verdict.value).toBe('NO_SUCH');
  });

  it('never says genuine of a revoked one', () => {
    const revoked = { ...found, state: 'REVOKED' as const, revoked: { on: '2024-09-02', reason: '替考' } };
    const text = mount(VerdictCard, { props: { verdict: 'REVOKED', found: revoked } }).text();
    expect(text).toContain('证书已撤销');
    expect(text).toContain('替考');
    expect(text).not.toContain('真实有效');
  });
});

describe('the page of a QR code', () => {
  async function arriveAt(address: string): Promise<{ page: VueWrapper; router: Router }> {
    const router = buildRouter(createMemoryHistory());
    await router.push(address);
    const page = mount(VerifyPage, { attachTo: document.body, global: { plugins: [router] } });
    await flushPromises();
    return { page, router };
  }
  const shown = (page: VueWrapper): string => page.find('.verdict h2').text();
  const retry = (page: VueWrapper) => page.findAll('button').find((button) => button.text() === '再试一次');

  it('says the verdict where readers already listen, and leads to it', async () => {
    const late = pending<Verification>();
    serve(late);
    const { page } = await arriveAt('/verify');
    const region = page.find('[role=status]').element;
    expect(region.textContent).toBe('');
    const fields = page.findAll('input');
    await fields[0]?.setValue(found.number);
    await fields[1]?.setValue(found.name);
    await page.find('form').trigger('submit');
    await vi.waitFor(() => expect(region.textContent).toBe('正在查验…'));
    late.arrive(found);
    await vi.waitFor(() => expect(region.textContent).toBe('证书真实有效'));
    expect(page.findAll('[role=status]').map(({ element }) => element)).toEqual([region]);
    expect(document.activeElement).toBe(page.find('.verdict h2').element);
  });

  it('reads the key once and takes it out of the address', async () => {
    const asked = serve({ json: found });
    const { page, router } = await arriveAt('/verify#key=first');
    await vi.waitFor(() => expect(shown(page)).toBe('证书真实有效'));
    expect(router.currentRoute.value.fullPath).toBe('/verify');
    expect(asked.map(({ body }) => body)).toEqual([{ number: null, name: null, key: 'first' }]);
  });

  it('shows nothing of one certificate to whoever looks at another, or at none', async () => {
    const second = pending<object>();
    const asked = serve({ json: found }, { status: 404, json: second.json });
    const { page, router } = await arriveAt('/verify#key=first');
    await vi.waitFor(() => expect(shown(page)).toBe('证书真实有效'));
    await router.push('/verify#key=second');
    await flushPromises();
    expect(page.find('.verdict').exists()).toBe(false);
    second.arrive({ code: 'certificate.no-such' });
    await vi.waitFor(() => expect(shown(page)).toBe('查无此证书'));
    await router.push('/verify#key=');
    await flushPromises();
    expect([page.find('.verdict').exists(), asked.length]).toEqual([false, 2]);
  });

  it('leaves nothing behind when it is left', async () => {
    const late = pending<Verification>();
    serve({ json: found }, late);
    const { page, router } = await arriveAt('/verify#key=first');
    await vi.waitFor(() => expect(shown(page)).toBe('证书真实有效'));
    await page.find('input').setValue(found.number);
    await router.push('/verify#key=second');
    await vi.waitFor(() => expect(net.asked).toHaveLength(2));
    window.dispatchEvent(new Event('pagehide'));
    late.arrive(found);
    await flushPromises();
    expect([page.find('.verdict').exists(), page.find('input').element.value]).toEqual([false, '']);
  });

  it('tries again with a key that was not answered', async () => {
    const asked = serve({ status: 503, json: {} }, { json: found });
    const { page } = await arriveAt('/verify#key=first');
    await vi.waitFor(() => expect(retry(page)).toBeDefined());
    await retry(page)?.trigger('click');
    await vi.waitFor(() => expect(shown(page)).toBe('证书真实有效'));
    expect(asked[1]?.body).toEqual(asked[0]?.body);
    expect(retry(page)).toBeUndefined();
  });
});
