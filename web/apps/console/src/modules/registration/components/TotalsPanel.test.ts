import { mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { describe, expect, it } from 'vitest';
import type { Totals } from '../types.ts';
import TotalsPanel from './TotalsPanel.vue';

const line = (level: string, registrations: number): object => ({
  college: { code: '90001', name: '示范一' },
  qualification: { code: 'WDYY', name: '网店运营推广' },
  level,
  registrations,
  records: registrations * 2,
});

function panel(records: number, withCollege = false) {
  const totals = {
    plan: { code: 'HK-2024-1-01', name: '计划' },
    closesAt: '2024-04-30T00:00:00+08:00',
    frozenAt: '2024-04-30T00:00:01+08:00',
    people: 3,
    registrations: 3,
    records,
    expectedRecords: 6,
    lines: [line('ADVANCED', 1), line('ELEMENTARY', 2)],
  } as unknown as Totals;
  return mount(TotalsPanel, { props: { totals, withCollege }, global: { plugins: [createPinia()] } });
}

describe('the check of a plan', () => {
  it('says that the numbers agree', () => {
    expect(panel(6).text()).toContain('3 人报考，应有 6 条记录，实有 6 条 ✓ 一致');
    expect(panel(6).find('[role=alert]').exists()).toBe(false);
  });

  it('raises an alarm in words when they do not', () => {
    const alarm = panel(5).get('[role=alert]').text();
    expect(alarm).toContain('应有 6 条记录，实有 5 条');
    expect(alarm).toContain('不一致');
    expect(alarm).toContain('HK-2024-1-01');
  });

  it('lists the levels from the lowest, and the colleges only for bodies', () => {
    const levels = (withCollege: boolean): string[] =>
      panel(6, withCollege)
        .findAll('tbody tr')
        .map((row) => row.text());
    expect(levels(false)).toEqual(['网店运营推广初级24', '网店运营推广高级12']);
    expect(levels(true)[0]).toContain('示范一');
  });
});
