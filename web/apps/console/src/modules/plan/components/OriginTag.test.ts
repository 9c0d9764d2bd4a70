import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import OriginTag from './OriginTag.vue';

const tag = (origin: unknown) => mount(OriginTag, { props: { origin } as never });

describe('the tag of an origin', () => {
  it('lets the keyboard reach the reason of an assumption', () => {
    const button = tag({ kind: 'ASSUMED', section: null, reason: '通知未印时长' }).get('button');
    expect(button.text()).toBe('假定');
    expect(button.attributes('aria-label')).toContain('通知未印时长');
  });

  it('is no button where there is nothing to explain', () => {
    expect(tag({ kind: 'PRINTED', section: '四', reason: null }).find('button').exists()).toBe(false);
  });
});
