import { flushPromises, mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { Act } from '../acts.ts';
import { createDrafts, DRAFTS } from '../drafts.ts';
import { aSeat } from '../testing.ts';
import { words } from '../words.ts';
import SeatPanel from './SeatPanel.vue';

const NOW = Date.parse('2024-05-18T14:10:00+08:00');

function aPanel(seat = aSeat(1), drafts = createDrafts()) {
  const props = { seat, aged: 0, now: NOW, busy: false, result: null };
  const panel = mount(SeatPanel, { props, attachTo: document.body, global: { provide: { [DRAFTS as symbol]: drafts } } });
  const choose = (kind: Act['kind']) => panel.find(`[data-kind="${kind}"]`).trigger('click');
  const act = () => panel.emitted('act')?.at(-1)?.[0];
  return { panel, choose, act, drafts };
}

const secondFields = (panel: ReturnType<typeof aPanel>['panel']) =>
  panel.findAll<HTMLInputElement>('.second input').map(({ element }) => element.required);

describe('an incident', () => {
  it.each([
    ['CHEATING', true],
    ['DISCIPLINE', true],
    ['HEALTH', false],
  ])('of kind %s asks for a second signature: %s', async (kind, required) => {
    const { panel, choose } = aPanel();
    await choose('incident');
    await panel.find('select').setValue(kind);
    expect(secondFields(panel)).toEqual([required, required]);
    panel.unmount();
  });

  it('is told with the statement and signed by one alone where that is enough', async () => {
    const { panel, choose, act } = aPanel();
    await choose('incident');
    await panel.find('select').setValue('EQUIPMENT');
    const [facts, statement] = panel.findAll('textarea');
    await facts?.setValue(' 显示器黑屏 ');
    await statement?.setValue('没有影响');
    await panel.find('form').trigger('submit');
    expect(act()).toEqual({ kind: 'incident', incident: 'EQUIPMENT', facts: '显示器黑屏', statement: '没有影响', second: null });
    panel.unmount();
  });

  it('that was begun is still there when the seat is opened again, and gone once it is on record', async () => {
    const first = aPanel();
    await first.choose('incident');
    await first.panel.find('textarea').setValue('写了一半');
    first.panel.unmount();
    const again = aPanel(aSeat(1), first.drafts);
    await again.choose('incident');
    expect(again.panel.find('textarea').element.value).toBe('写了一半');
    await again.panel.setProps({ result: { tone: 'success', text: '已记下' } });
    await again.choose('incident');
    expect(again.panel.find('textarea').element.value).toBe('');
    again.panel.unmount();
  });

  it('of one candidate is not begun with what was written about another', async () => {
    const first = aPanel();
    await first.choose('incident');
    await first.panel.find('textarea').setValue('写了一半');
    first.panel.unmount();
    const other = aPanel(aSeat(2), first.drafts);
    await other.choose('incident');
    expect(other.panel.find('textarea').element.value).toBe('');
    other.panel.unmount();
  });
});

describe('a hand-in for somebody', () => {
  it('warns before, and of a machine that is lost also of what is still on it', async () => {
    const { panel, choose } = aPanel();
    await choose('handIn');
    expect(panel.text()).toContain('不能再答这一科，也不能撤销');
    expect(panel.text()).not.toContain(words.handIn.lost);
    await panel.setProps({ seat: aSeat(1, { lastBeatMsAgo: 60_000 }) });
    expect(panel.text()).toContain(words.handIn.lost);
    panel.unmount();
  });

  it('keeps no PIN of the second person after a refusal', async () => {
    const { panel, choose, act } = aPanel();
    await choose('handIn');
    const [number, pin] = panel.findAll<HTMLInputElement>('.second input');
    await panel.find('form .input').setValue('突发疾病');
    await number?.setValue(' J02 ');
    await pin?.setValue('2468');
    await panel.find('form').trigger('submit');
    expect(act()).toEqual({ kind: 'handIn', reason: '突发疾病', second: { number: 'J02', pin: '2468' } });
    await panel.setProps({ result: { tone: 'danger', text: '没有交卷' } });
    await flushPromises();
    expect([number?.element.value, pin?.element.value]).toEqual([' J02 ', '']);
    panel.unmount();
  });

  it('has no form for somebody who has not begun', async () => {
    const { panel, choose } = aPanel(aSeat(1, { state: 'ENTERED' }));
    await choose('handIn');
    expect([panel.find('form').exists(), panel.text().includes(words.handIn.hindered.ENTERED)]).toEqual([false, true]);
    panel.unmount();
  });
});

describe('attendance in the panel', () => {
  it('takes a note, and cannot say absent while the candidate may still come', async () => {
    const { panel, choose, act } = aPanel(aSeat(1, { state: 'EXPECTED' }));
    await choose('attendance');
    const [present, absent] = panel.findAll<HTMLInputElement>('input[type="radio"]');
    expect([present?.element.disabled, absent?.element.disabled]).toEqual([false, true]);
    await present?.setValue();
    await panel.find('form .input').setValue('持临时身份证');
    await panel.find('form').trigger('submit');
    expect(act()).toEqual({ kind: 'attendance', attendance: 'PRESENT', note: '持临时身份证' });
    panel.unmount();
  });
});

it('choosing another act asks for the result of the last one to be forgotten', async () => {
  const { panel, choose } = aPanel();
  await choose('message');
  await choose('handIn');
  expect(panel.emitted('choose')).toHaveLength(2);
  panel.unmount();
});
