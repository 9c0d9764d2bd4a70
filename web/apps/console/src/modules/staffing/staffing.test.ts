import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../api/problem.ts';
import { messages } from '../../i18n.ts';
import { useParticularsForm } from './composables/useParticularsForm.ts';
import { STATES, type Invigilator, type SiteStaffing, type StaffingRoom } from './types.ts';
import { busyElsewhere, dueInWords, inWords, pinInWords, siteInWords, staffInWords, waitedInWords, withoutPin } from './words.ts';

const NOW = Date.parse('2024-05-06T01:20:00Z'); // 09:20 in Shanghai
const pending = { state: 'PENDING', since: '2024-05-06T08:00:00+08:00', dueBy: '2024-05-08', overdue: false } as const;

const room = (id: string, slot: number, required: number, people: { id: string; hasPin?: boolean }[]): StaffingRoom =>
  ({
    opening: { id, slot, number: Number(id) },
    required,
    missing: Math.max(0, required - people.length),
    invigilators: people.map((one) => ({ hasPin: true, ...one })),
  }) as StaffingRoom;

describe('an application', () => {
  it('has a word for each of its states', () => {
    expect(STATES.filter((state) => !messages.has(`staffing.states.${state}`))).toEqual([]);
  });

  it('says how long it has waited and when it is late, and nothing once it is decided', () => {
    expect(waitedInWords(pending, NOW)).toBe('已等待 1 小时 20 分，应于 5月8日 前审核');
    expect(waitedInWords({ ...pending, state: 'APPROVED' }, NOW)).toBe('');
    expect(dueInWords(pending, NOW)).toBeNull();
    expect(dueInWords({ ...pending, dueBy: '2024-05-06' }, NOW)).toEqual({ tone: 'warning', words: '今天到期' });
    expect(dueInWords({ ...pending, dueBy: '2024-05-03', overdue: true }, NOW)).toEqual({ tone: 'danger', words: '已超期 3 天' });
    expect(dueInWords({ ...pending, state: 'RETURNED', overdue: true }, NOW)).toBeNull();
  });
});

describe('the form of an application', () => {
  const filled = (said: object) => {
    const form = useParticularsForm(() => null);
    Object.assign(form.form, { name: '赵监考', phone: '12000000001', region: '安徽省合肥市', teaches: '英语' }, said);
    return form;
  };

  it('takes a phone number as people write it', () => {
    expect(filled({ phone: ' 120-0000 0001 ' }).finished()?.phone).toBe('12000000001');
    expect(filled({ phone: '１２０００００００１１' }).finished()?.phone).toBe('12000000011');
    for (const phone of ['', '1200000000', '22000000001', '0551-1234567']) {
      expect(filled({ phone }).finished(), phone).toBeNull();
    }
  });

  it('wants all or nothing of a certificate, and says so beside the field once one has tried', () => {
    const { finished, fault } = filled({ certificate: '监考员证书' });
    expect(fault('issuer')).toBe('');
    expect(finished()).toBeNull();
    expect([fault('certificate'), fault('certificateNumber'), fault('issuer')]).toEqual([
      '',
      'staffing.form.together',
      'staffing.form.together',
    ]);
    expect(filled({ certificate: 'a', certificateNumber: 'b', issuer: 'c' }).finished()).not.toBeNull();
  });

  it('sends a masked phone back as it stood there, but takes no other one', () => {
    const known = { name: '钱监考', phone: '120****0002', region: 'r', teaches: 't', certificate: '', certificateNumber: '', issuer: '' };
    const form = useParticularsForm(() => ({ ...known, teachesQualification: false }) as Invigilator);
    expect(form.finished()?.phone).toBe('120****0002');
    form.form.phone = '120****0003';
    expect(form.finished()).toBeNull();
  });

  it('begins with what is known', () => {
    const known = { name: '钱监考', phone: '12000000002', region: 'r', teaches: 't', certificate: '', certificateNumber: '', issuer: '' };
    const { form } = useParticularsForm(() => ({ ...known, teachesQualification: true }) as Invigilator);
    expect(form).toEqual({ ...known, teachesQualification: true });
  });
});

describe('the rooms of a site', () => {
  const rooms = [
    room('1', 1, 3, [{ id: 'a' }, { id: 'b', hasPin: false }]),
    room('2', 1, 2, [{ id: 'c' }, { id: 'd' }]),
    room('3', 2, 2, []),
  ];

  it('say how many are missing, each and together', () => {
    expect(rooms.map((one) => staffInWords(one).words)).toEqual(['还缺 1 名', '已配齐', '还缺 2 名']);
    expect(siteInWords({ rooms }).words).toBe('2 个考场还缺监考员，共缺 3 名。');
    expect(siteInWords({ rooms: rooms.slice(1, 2) } as SiteStaffing)).toEqual({ tone: 'success', words: '1 个考场的监考员都已配齐。' });
  });

  it('know who is elsewhere at that time, and not who is at another', () => {
    const third = room('4', 1, 2, []);
    expect([...busyElsewhere([...rooms, third], third)]).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 2],
      ['d', 2],
    ]);
    expect(busyElsewhere(rooms, rooms[2] as StaffingRoom).size).toBe(0);
  });

  it('count each person without a PIN once', () => {
    expect(withoutPin({ rooms: [...rooms, room('5', 2, 2, [{ id: 'b', hasPin: false }])] })).toBe(1);
  });
});

describe('the words of staffing', () => {
  it('show a PIN in two halves', () => expect(pinInWords('48392012')).toBe('4839 2012'));

  it('name fields and hours of a refusal as the page does', () => {
    const { facts } = inWords(new ApiProblem(409, 'x', { field: 'issuer', opens: '2024-05-18T08:30:00+08:00', name: '赵监考' }));
    expect(facts).toEqual({ field: '颁证机构', opens: '2024年5月18日(周六) 08:30', name: '赵监考' });
  });
});
