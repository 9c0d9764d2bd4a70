import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { createNode, type Incident } from '../node.ts';
import { aNetwork, json, settled } from '../testing.ts';
import { words } from '../words.ts';
import IncidentList from './IncidentList.vue';

const incident = (id: string, at: string, differing: Partial<Incident> = {}): Incident => ({
  ...{ id, at, attempt: 'a', room: '甲', seat: 3, name: '模拟考生003', ticket: '2405180000000003', subject: '理论' },
  ...{ kind: 'CHEATING', facts: `经过 ${id}`, statement: '', number: 'J01', second: 'J02' },
  ...differing,
});

async function shown(incidents: Incident[]) {
  const { ask } = aNetwork(({ url }) => json({ items: incidents.filter(({ room }) => room === url.searchParams.get('room')), next: null }));
  const list = mount(IncidentList, { props: { node: createNode(ask), rooms: ['甲', '乙'] } });
  await settled();
  return list;
}

it('incidents of all rooms stand there with who signed, the latest first', async () => {
  const list = await shown([
    incident('1', '2024-05-18T14:01:00+08:00'),
    incident('2', '2024-05-18T14:05:00+08:00', { room: '乙', kind: 'OTHER', second: null }),
  ]);
  const rows = list.findAll('tbody tr').map((row) => row.text());
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain('经过 2');
  expect(rows[0]).not.toContain('J02');
  expect(rows[1]).toContain('J01、J02');
  list.unmount();
});

it('a list without incidents says how one is written', async () => {
  const list = await shown([]);
  expect(list.text()).toContain(words.incidents.emptyHint);
  list.unmount();
});
