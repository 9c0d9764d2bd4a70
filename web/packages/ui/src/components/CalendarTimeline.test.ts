import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import CalendarTimeline from './CalendarTimeline.vue';

const items = [
  { id: '0', label: '考试报名', from: null, to: '2024-04-29', detail: '集中报名' },
  { id: '1', label: '正式考试', from: '2024-05-18', to: '2024-05-18', tone: 'strong' as const },
];
const picture = () => mount(CalendarTimeline, { props: { title: '时间安排', items, now: '2024-04-22T09:00:00+08:00' } });

describe('the picture of a calendar', () => {
  it('says of every row what it shows, without seeing it', () => {
    const labels = picture()
      .findAll('[role=img]')
      .map((row) => row.attributes('aria-label'));
    expect(labels).toEqual(['考试报名，4月29日截止，进行中，集中报名', '正式考试，5月18日，未到']);
  });

  it('shows the detail of the row that the keyboard reaches', async () => {
    const wrapper = picture();
    expect(wrapper.get('figcaption').text()).not.toContain('集中报名');
    const row = wrapper.get('[role=img]');
    expect(row.attributes('tabindex')).toBe('0');
    await row.trigger('focus');
    expect(wrapper.get('figcaption').text()).toContain('集中报名');
  });

  it('marks now with date and time', () => {
    expect(picture().get('.now').text()).toBe('现在 4月22日 09:00');
  });
});
