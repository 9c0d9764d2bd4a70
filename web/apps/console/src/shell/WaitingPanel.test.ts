import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import WaitingPanel from './WaitingPanel.vue';

describe('what waits', () => {
  it('is counted in its heading, and stands below it row by row', () => {
    const panel = mount(WaitingPanel, { props: { title: '待审核', count: '1,200' }, slots: { default: '<li>甲</li><li>乙</li>' } });
    expect(panel.get('h2').text()).toBe('待审核 1,200');
    expect(panel.findAll('ul > li').map((row) => row.text())).toEqual(['甲', '乙']);
    expect(panel.find('.ox-note').exists()).toBe(false);
  });

  it('is no list where there is nothing', () => {
    const panel = mount(WaitingPanel, { props: { title: '待审核', note: '两天内' }, slots: { none: '<p>没有</p>', default: '' } });
    expect(panel.get('h2').text()).toBe('待审核');
    expect(panel.get('.ox-panel-head .ox-note').text()).toBe('两天内');
    expect(panel.find('ul').exists()).toBe(false);
    expect(panel.text()).toContain('没有');
  });
});
