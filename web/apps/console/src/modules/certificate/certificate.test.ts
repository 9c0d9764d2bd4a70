import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick } from 'vue';
import { ApiProblem } from '../../api/problem.ts';
import { messages } from '../../i18n.ts';
import { problemText } from '../../shell/problemText.ts';
import CertificateFilterBar from './components/CertificateFilterBar.vue';
import CertificateTable from './components/CertificateTable.vue';
import IssueTable from './components/IssueTable.vue';
import MakingPanel from './components/MakingPanel.vue';
import MakingTable from './components/MakingTable.vue';
import PeopleTable from './components/PeopleTable.vue';
import SignaturePanel from './components/SignaturePanel.vue';
import SignDialog from './components/SignDialog.vue';
import { useIssue } from './composables/useIssue.ts';
import { useRevocation } from './composables/useRevocation.ts';
import { useWaitingPlans } from './composables/useWaitingPlans.ts';
import {
  CERTIFICATE_STATES,
  ISSUE_STATES,
  LEVELS,
  MAKING_STATES,
  PARTIES,
  type Certificate,
  type Issue,
  type Making,
  type Party,
  type Person,
} from './types.ts';
import { flawsInWords, isDownloadable, partyOf, photoAddress, stateOf, waitsFor, withDayInWords } from './words.ts';

const net = vi.hoisted(() => {
  const state = { asked: [] as string[], answers: [] as { status?: number; json: unknown }[] };
  document.cookie = 'XSRF-ONEX-CENTER=abc';
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const body = request.method === 'GET' ? '' : await request.text();
    state.asked.push(`${request.method} ${new URL(request.url).pathname} ${body}`.trim());
    const { status = 200, json } = state.answers.shift() ?? { status: 500, json: {} };
    return new Response(JSON.stringify(json), { status, headers: { 'Content-Type': 'application/json' } });
  };
  return state;
});

function serve(...answers: typeof net.answers): string[] {
  net.answers = answers;
  net.asked = [];
  return net.asked;
}

const signedBy = (party: Party) => ({ party, organization: '单位', by: '周敏', at: '2024-07-01T09:00:00+08:00' });
const issue = (some: Partial<Issue> = {}): Issue => ({
  id: 'i',
  plan: { code: 'P', name: '第一次统考' },
  college: { code: 'C', name: '青岚职业技术学院' },
  awardingBody: '鸿科',
  number: 1,
  people: 12,
  state: 'DRAWN',
  drawnAt: '2024-06-20T09:00:00+08:00',
  digest: '3f2a91bc07de55aa3f2a91bc07de55aa',
  signatures: [],
  cleared: true,
  problems: { noPhoto: 0, noGlyph: 0 },
  making: null,
  issuedAt: null,
  ...some,
});
const certificate = (some: Partial<Certificate> = {}): Certificate => ({
  key: { candidate: 'c', id: 'x' },
  issue: 'i',
  number: '101010101202420000017',
  name: '安以宁',
  idNumber: '9999**********0011',
  college: { code: 'C', name: '青岚职业技术学院' },
  plan: { code: 'P', name: '第一次统考' },
  qualification: { code: 'Q', name: '网店运营推广' },
  level: 'INTERMEDIATE',
  issuedOn: '2024-07-01',
  state: 'VALID',
  revoked: null,
  cleared: true,
  version: 3,
  ...some,
});
const person = (name: string, some: Partial<Person>): Person => ({
  key: { candidate: 'c', id: 'x' },
  name,
  idNumber: '9999**********0011',
  ticket: '2405180001',
  qualification: { code: 'Q', name: '网店运营推广' },
  level: 'INTERMEDIATE',
  number: null,
  hasPhoto: true,
  unprintable: '',
  ...some,
});
const stubs = { RouterLink: true, OriginSelects: true };

describe('an issue', () => {
  it('waits for each party until that party has signed', () => {
    expect(PARTIES.map((party) => waitsFor(issue(), party))).toEqual([true, true]);
    const half = issue({ state: 'HALF_SIGNED', signatures: [signedBy('COLLEGE')] });
    expect(PARTIES.map((party) => waitsFor(half, party))).toEqual([true, false]);
    expect(PARTIES.map((party) => stateOf(half, party).words)).toEqual(['待我方签发', '待对方签发']);
  });

  it('without people waits for nobody, and neither does one that both have signed', () => {
    expect(waitsFor(issue({ people: 0 }), 'COLLEGE')).toBe(false);
    expect(stateOf(issue({ people: 0 }), 'COLLEGE').words).toBe('没有考生');
    expect(waitsFor(issue({ state: 'SIGNED' }), 'COLLEGE')).toBe(false);
  });

  it('shows who has signed and who has not', () => {
    const half = issue({ state: 'HALF_SIGNED', signatures: [signedBy('AWARDING_BODY')] });
    const cells = mount(IssueTable, { props: { issues: [half], party: 'COLLEGE' }, global: { stubs } }).findAll('tbody td');
    expect(cells.map((cell) => cell.text()).slice(4, 6)).toEqual(['周敏，2024年7月1日(周一) 09:00', '未签发']);
  });

  it('says how many will not be printed as they should, before it is signed', () => {
    const problems = { noPhoto: 1200, noGlyph: 0 };
    const text = mount(SignaturePanel, { props: { issue: issue({ problems }) }, global: { stubs } }).text();
    expect(text).toContain('1,200 人没有照片');
    expect(text).not.toContain('字体里没有');
  });

  it('shows each name with the photo that is printed, and what is the matter with whom', () => {
    const people: Person[] = [
      person('安以宁', { hasPhoto: true, unprintable: '' }),
      person('欧阳𠮷䶮', { hasPhoto: false, unprintable: '𠮷䶮' }),
    ];
    const shown = (withPhotos: boolean) => mount(PeopleTable, { props: { issue: issue(), people, withPhotos } });
    const images = shown(true).findAll('img');
    expect(images.map((one) => [one.attributes('alt'), one.attributes('loading')])).toEqual([['安以宁的照片', 'lazy']]);
    expect(images[0]?.attributes('src')).toBe('/api/certificate/issues/i/people/c/x/photo?digest=3f2a91bc07de55aa');
    expect(shown(false).find('img').exists()).toBe(false);
    expect(shown(false).text()).toContain('字体缺“𠮷、䶮”');
    expect(people.map(flawsInWords)).toEqual([[], ['没有照片', '字体缺“𠮷、䶮”，不在本批']]);
    const replaced = photoAddress(issue({ digest: 'ffff' }), person('安以宁', { hasPhoto: true }));
    expect(replaced).toContain('?digest=ffff');
  });

  it('tells why making broke, to whom it may concern, who can begin it again', async () => {
    const making: Making = {
      state: 'BROKEN',
      made: 3,
      of: 12,
      code: 'certificate.files-missing',
      facts: { count: 9, numbers: '101010101202420000017' },
    };
    const signed = issue({ state: 'SIGNED', making });
    expect(PARTIES.map((party) => stateOf(signed, party))).toEqual(PARTIES.map(() => ({ tone: 'danger', words: '生成中断 3 / 12' })));
    const panel = mount(MakingPanel, { props: { making, mayBegin: true, busy: false, refusal: null } });
    expect(panel.text()).toContain('有 9 张证书没有生成：101010101202420000017');
    await panel.find('.el-button').trigger('click');
    expect(panel.emitted('begin')).toHaveLength(1);
    await panel.setProps({ making: { ...making, code: null } });
    expect(panel.text()).toContain('生成已中止');
    await panel.setProps({ making: { ...making, state: 'RUNNING' } });
    expect(panel.find('.el-button').exists()).toBe(false);
    const table = mount(MakingTable, { props: { issues: [signed, issue({ id: 'j', making: null })], busy: false } });
    expect(table.findAll('.el-button')).toHaveLength(1);
    await table.find('.el-button').trigger('click');
    expect(table.emitted('begin')?.[0]).toEqual([signed]);
  });

  it('whose making broke is begun again and looked at anew', async () => {
    const broken: Making = { state: 'BROKEN', made: 3, of: 12, code: null, facts: {} };
    const asked = serve(
      { json: issue({ state: 'SIGNED', making: broken }) },
      { status: 202, json: issue({ state: 'SIGNED', making: broken }) },
      { json: issue({ state: 'SIGNED', making: { ...broken, state: 'WAITING' } }) },
    );
    const scope = effectScope();
    const { beginAgain, data } = scope.run(() => useIssue(() => 'i')) ?? expect.fail();
    await vi.waitFor(() => expect(data.value).not.toBeNull());
    await beginAgain();
    expect(asked[1]).toContain('POST /api/certificate/issues/i/making');
    expect(data.value?.making?.state).toBe('WAITING');
    scope.stop();
  });

  it('is signed with the digest that was shown, though others joined it meanwhile', async () => {
    const later = issue({ digest: 'later', people: 13 });
    const asked = serve(
      { json: issue({ digest: 'shown' }) },
      { json: later },
      { status: 409, json: { code: 'certificate.changed' } },
      { json: later },
    );
    const scope = effectScope();
    const { ask, sign, load, refusal, data } = scope.run(() => useIssue(() => 'i')) ?? expect.fail();
    await vi.waitFor(() => expect(data.value).not.toBeNull());
    ask();
    await load();
    expect(await sign()).toBe(false);
    expect(asked).toContain('POST /api/certificate/issues/i/signature {"digest":"shown"}');
    expect([refusal.value?.code, data.value?.people]).toEqual(['certificate.changed', 13]);
    scope.stop();
  });

  it('tells before the signature what it fixes', async () => {
    async function text(some: Partial<Issue>): Promise<string> {
      const props = { modelValue: true, issue: issue(some), party: 'COLLEGE' as const, busy: false, refusal: null };
      const dialog = mount(SignDialog, { props, global: { stubs: { teleport: true, transition: false } } });
      await nextTick();
      return dialog.text();
    }
    const first = await text({});
    expect(first).toContain('3f2a 91bc 07de 55aa');
    expect(first).toContain('本批名单固定');
    expect(await text({ signatures: [signedBy('AWARDING_BODY')] })).toContain('签发并生成证书');
  });
});

describe('a certificate', () => {
  const table = (some: Partial<Certificate>, mayRevoke: boolean) =>
    mount(CertificateTable, { props: { certificates: [certificate(some)], withCollege: true, mayRevoke }, global: { stubs } });

  it('is handed out only while it holds and the fee is paid', () => {
    expect([certificate(), certificate({ cleared: false }), certificate({ state: 'REVOKED' })].map(isDownloadable)).toEqual([
      true,
      false,
      false,
    ]);
    expect(table({}, false).find('a[download]').attributes('href')).toBe('/api/certificate/certificates/c/x/file');
    expect(table({ cleared: false }, false).find('a[download]').exists()).toBe(false);
  });

  it('is revoked only by whoever may, and only once', () => {
    const revoked = { at: '2024-09-02T09:00:00+08:00', reason: '替考', by: '周敏' };
    const offered = (some: Partial<Certificate>, may: boolean): boolean => table(some, may).find('.el-button').exists();
    expect([offered({}, true), offered({}, false), offered({ state: 'REVOKED', revoked }, true)]).toEqual([true, false, false]);
    expect(table({ state: 'REVOKED', revoked }, true).text()).toContain('2024年9月2日(周一)，周敏：替考');
  });

  it('is revoked in the version that was looked at', async () => {
    const asked = serve({ json: certificate({ state: 'REVOKED' }) });
    const { ask, revoke } = useRevocation();
    expect(await revoke('替考')).toBe(false);
    ask(certificate());
    expect(await revoke('替考')).toBe(true);
    expect(asked).toEqual(['POST /api/certificate/certificates/c/x/revocation {"version":3,"reason":"替考"}']);
  });

  it('is not looked for by ID number, which would stay in the address', async () => {
    const bar = mount(CertificateFilterBar, { props: { filters: { text: '999999200603150011' }, withCollege: true }, global: { stubs } });
    await bar.find('form').trigger('submit');
    expect(bar.emitted('filter')).toBeUndefined();
    expect(bar.text()).toContain('不能用身份证号查询');
    await bar.setProps({ filters: { text: '101010101202420000017' } });
    await bar.find('form').trigger('submit');
    expect(bar.emitted('filter')?.[0]).toMatchObject([{ text: '101010101202420000017' }]);
  });
});

describe('the workbench', () => {
  it('lists the plans that wait for one’s own party only', async () => {
    const counts = { issues: 2, issued: 0, certificates: 0, revoked: 0 };
    const items = [
      { plan: { code: 'A', name: '甲' }, ...counts, waitingForBody: 2, waitingForCollege: 0 },
      { plan: { code: 'B', name: '乙' }, ...counts, waitingForBody: 0, waitingForCollege: 1 },
    ];
    for (const [party, code] of [
      ['AWARDING_BODY', 'A'],
      ['COLLEGE', 'B'],
    ] as const) {
      serve({ json: { items, total: { count: 2, capped: false }, next: null } });
      const { data } = useWaitingPlans(party);
      await vi.waitFor(() => expect(data.value?.map(({ plan }) => plan.code)).toEqual([code]));
    }
    expect(partyOf((permission) => permission === 'certificate.revoke')).toBe('AWARDING_BODY');
    expect(partyOf(() => false)).toBe('COLLEGE');
  });
});

describe('the words', () => {
  it('exist for every value that the server may say', () => {
    const keys = [
      ...ISSUE_STATES.map((state) => `states.${state}`),
      ...PARTIES.flatMap((party) => [`parties.${party}`, `purpose.${party}`, `uncleared.${party}`]),
      ...MAKING_STATES.map((state) => `make.states.${state}`),
      ...CERTIFICATE_STATES.map((state) => `list.states.${state}`),
      ...LEVELS.map((level) => `levels.${level}`),
    ];
    expect(keys.filter((key) => !messages.has(`certificate.${key}`))).toEqual([]);
  });

  it('say the day of a revocation as people read it', () => {
    expect(problemText(withDayInWords(new ApiProblem(409, 'certificate.revoked', { on: '2024-09-02' })))).toContain('2024年9月2日(周一)');
  });
});
