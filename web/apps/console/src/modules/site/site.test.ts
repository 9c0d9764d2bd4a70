import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../api/problem.ts';
import { messages } from '../../i18n.ts';
import { useDetailsForm } from './composables/useDetailsForm.ts';
import { STATES, type Site } from './types.ts';
import { waitedInWords, warningInWords, withFieldInWords } from './words.ts';

const SINCE = '2024-04-22T01:00:00Z';

describe('a site', () => {
  it('has a word for each of its states', () => {
    expect(STATES.filter((state) => !messages.has(`site.states.${state}`))).toEqual([]);
  });

  it('that is pending says how long it has waited, in business time, and no other does', () => {
    const now = Date.parse('2024-04-24T04:00:00Z');
    expect(waitedInWords({ state: 'PENDING', since: SINCE }, now)).toBe('已等待 2 天 3 小时');
    expect(waitedInWords({ state: 'APPROVED', since: SINCE }, now)).toBe('');
  });

  it('with few spare machines is advised how many', () => {
    const facts = { spareMachines: 1, advised: 3 } as unknown as Record<string, never>;
    expect(warningInWords({ code: 'FEW_SPARE_MACHINES', facts })).toBe('备用机 1 台，少于机位数的 5%；建议至少 3 台。');
  });

  it('that is refused for a field names it as the form does', () => {
    const named = (field: string): unknown => withFieldInWords(new ApiProblem(422, 'site.invalid', { field })).facts.field;
    expect(named('managerPhone')).toBe('负责人电话');
    expect(named('rooms.spareMachines')).toBe('备用机');
    expect(named('details.rooms[0].machines')).toBe('机位数');
    expect(named('x')).toBe('x');
  });
});

describe('the form of a site', () => {
  const saved = {
    name: '考点',
    address: '示范路1号',
    manager: null,
    rooms: [{ id: 'a', name: '301室', building: '', machines: 60, spareMachines: 3, cameras: true, network: false }],
  } as unknown as Site;

  it('sends what was saved and nothing that it was not asked for', () => {
    expect(useDetailsForm(() => saved).details()).toEqual({
      name: '考点',
      address: '示范路1号',
      managerName: '',
      managerPhone: '',
      rooms: [{ name: '301室', building: '', machines: 60, spareMachines: 3, cameras: true, network: false }],
    });
  });

  it('adds and removes rooms and takes a cleared number for none', () => {
    const { form, details, addRoom, removeRoom } = useDetailsForm(() => saved);
    addRoom();
    Object.assign(form.rooms[1] ?? {}, { name: ' 302室 ', machines: '' });
    removeRoom(0);
    expect(details().rooms).toEqual([{ name: '302室', building: '', machines: 0, spareMachines: 3, cameras: true, network: true }]);
  });
});
