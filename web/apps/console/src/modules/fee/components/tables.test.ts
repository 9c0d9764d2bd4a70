import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { Bill, Payment } from '../types.ts';
import AccountCard from './AccountCard.vue';
import LinesTable from './LinesTable.vue';
import PaymentsTable from './PaymentsTable.vue';

const shop = { code: 'WDYY', name: '网店运营推广' };
const bill = {
  complete: true,
  lines: [
    {
      qualification: shop,
      level: 'ELEMENTARY',
      people: 2,
      price: '380.00',
      kind: 'PROVISIONAL',
      notice: 'HK-2024-1',
      province: null,
      amount: '760.00',
    },
    { qualification: shop, level: 'ADVANCED', people: 1, price: null, kind: null, notice: null, province: null, amount: null },
  ],
  people: 3,
  total: '760.00',
  paid: '300.00',
  owed: '460.00',
  excess: '0.00',
  state: 'PARTIAL',
  due: '2024-05-08',
  account: { name: '鸿科经纬', bank: '交通银行', number: '0000', taxNumber: null, address: null, phone: null, routing: null },
  remarkPattern: '学校+人数',
  suggestedRemark: '示范一职业技术学院+3人',
} as unknown as Bill;
const payment: Payment = {
  id: '1',
  amount: '300.00',
  received: '2024-05-06',
  payer: '示范一职业技术学院',
  reference: 'B-1',
  remark: '',
  recordedAt: '2024-05-06T02:00:00Z',
  recordedBy: '李老师',
  revokedAt: null,
  revokedBy: null,
  revocationReason: null,
};

describe('the lines of a bill', () => {
  it('say what is not priced yet, and end with what is owed', () => {
    const table = mount(LinesTable, { props: { bill } });
    const rows = table.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text()));
    expect(rows[0]).toEqual(['网店运营推广', '初级', '2', '¥380.00暂定', '通知 HK-2024-1', '¥760.00']);
    expect(rows[1]).toEqual(['网店运营推广', '高级', '1', '未定价', '尚无收费标准，可先考试后缴费', '未定价']);
    expect(table.findAll('tfoot tr').map((row) => row.text())).toEqual(['应缴合计3¥760.00', '已缴¥300.00', '欠缴¥460.00']);
  });
});

describe('how to pay', () => {
  it('is what the notice prints, with the remark to write and how near the last day is', () => {
    const card = mount(AccountCard, { props: { bill, now: Date.parse('2024-05-06T02:00:00Z') } });
    expect(card.findAll('dt').map((term) => term.text())).toEqual(['缴费截止', '户名', '开户行', '账号', '汇款备注']);
    expect(card.text()).toContain('2024年5月8日(周三)还剩 2 天');
    expect(card.text()).toContain('示范一职业技术学院+3人');
  });

  it('says so where no account is printed', () => {
    const card = mount(AccountCard, { props: { bill: { ...bill, account: null }, now: 0 } });
    expect(card.text()).toContain('通知没有公布收款账户');
  });
});

describe('the payments of a bill', () => {
  const table = (payments: Payment[], mayRecord: boolean) =>
    mount(PaymentsTable, { props: { payments, mayRecord }, global: { stubs: { ElButton: { template: '<button><slot /></button>' } } } });

  it('can be taken back by the body that recorded them and by nobody else', () => {
    expect(table([payment], true).findAll('button')).toHaveLength(1);
    expect(table([payment], false).findAll('button')).toHaveLength(0);
  });

  it('that were taken back say by whom and why, and cannot be taken back again', () => {
    const revoked = { ...payment, revokedAt: '2024-05-06T03:00:00Z', revokedBy: '王老师', revocationReason: '记错院校' };
    const shown = table([revoked], true);
    expect(shown.text()).toContain('王老师 于 2024年5月6日(周一) 11:00 撤销：记错院校');
    expect(shown.findAll('button')).toHaveLength(0);
  });
});
