import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { Step } from '../composables/useSending.ts';
import SendingDialog from './SendingDialog.vue';

const words = { sending: 'going', ending: 'gone', again: 'once more', close: 'close' };

function dialogAt(step: Step, failed = 0) {
  const props = { step, title: 'title', done: 1, count: 3, failed, words };
  return mount(SendingDialog, { props, slots: { default: '<button class="ask" type="submit">yes</button>' } });
}

/** Whether Esc would close it. */
function yields(step: Step): boolean {
  const cancel = new Event('cancel', { cancelable: true });
  dialogAt(step).element.dispatchEvent(cancel);
  return !cancel.defaultPrevented;
}

describe('the window of something that goes to many', () => {
  it('stays open only while it is being sent', () => {
    expect((['write', 'confirm', 'sending', 'sent'] as const).map(yields)).toEqual([true, true, false, true]);
  });

  it('asks before and shows how far it is', () => {
    expect(dialogAt('confirm').find('.ask').exists()).toBe(true);
    const sending = dialogAt('sending');
    expect(sending.find('.ask').exists()).toBe(false);
    expect(sending.get('progress').attributes()).toMatchObject({ value: '1', max: '3' });
  });

  it('offers to send again only what did not arrive', async () => {
    expect(dialogAt('sent').text()).not.toContain('once more');
    const partly = dialogAt('sent', 2);
    await partly.findAll('button')[0]?.trigger('click');
    expect(partly.emitted('again')).toHaveLength(1);
  });
});
