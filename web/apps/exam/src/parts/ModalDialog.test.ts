import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import ModalDialog from './ModalDialog.vue';

describe('a dialog', () => {
  const shows = vi.fn(function (this: HTMLDialogElement) {
    this.open = true;
  });
  const original = HTMLDialogElement.prototype.showModal;
  beforeEach(() => {
    shows.mockClear();
    HTMLDialogElement.prototype.showModal = shows;
  });
  afterEach(() => {
    HTMLDialogElement.prototype.showModal = original;
  });

  it('that the browser closed is open again as long as nobody takes it away', async () => {
    const page = mount(ModalDialog, { props: { title: '交卷' }, attachTo: document.body });
    const dialog = page.find('dialog');
    dialog.element.open = false;
    await dialog.trigger('close');
    await nextTick();
    expect(page.emitted('close')).toHaveLength(1);
    expect(shows).toHaveBeenCalledTimes(2);
    page.unmount();
  });

  it('stays away when it is taken away', async () => {
    const page = mount(ModalDialog, { props: { title: '交卷', onClose: () => page.unmount() }, attachTo: document.body });
    const dialog = page.find('dialog');
    dialog.element.open = false;
    await dialog.trigger('close');
    await nextTick();
    expect(shows).toHaveBeenCalledTimes(1);
  });
});
