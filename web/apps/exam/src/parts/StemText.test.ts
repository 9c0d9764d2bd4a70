import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import StemText from './StemText.vue';

describe('what is asked', () => {
  it('shows material in lines with cells as a table, and the words around it', () => {
    const shown = mount(StemText, { props: { text: '分析\n\n关键词 | 点击\n茶壶 | 400\n\n求点击率。' } });
    expect(shown.findAll('[role=columnheader]').map((cell) => cell.text())).toEqual(['关键词', '点击']);
    expect(shown.findAll('[role=cell]').map((cell) => cell.text())).toEqual(['茶壶', '400']);
    expect(shown.text()).not.toContain('|');
    expect(shown.text()).toContain('求点击率。');
  });

  it('stays as it was written where there is no table', () => {
    const text = '第一段\n\n第二段：甲 | 乙';
    expect(mount(StemText, { props: { text } }).element.textContent).toContain(text);
  });
});
