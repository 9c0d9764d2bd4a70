import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../api/problem.ts';
import { messages } from '../../i18n.ts';
import { usePaymentForm } from './composables/usePaymentForm.ts';
import { STATES } from './types.ts';
import { differenceOf, dueInWords, originInWords, withFieldInWords } from './words.ts';

const MONDAY = Date.parse('2024-05-06T16:30:00Z'); // 2024-05-07 00:30 in Shanghai

describe('a bill', () => {
  it('has a word for each of its states', () => {
    expect(STATES.filter((state) => !messages.has(`fee.states.${state}`))).toEqual([]);
  });

  it('says how near its due date is, in days of Shanghai', () => {
    const said = (due: string | null) => dueInWords({ due, state: 'PARTIAL' }, MONDAY);
    expect(said('2024-05-15')).toBeNull();
    expect(said('2024-05-14')).toEqual({ tone: 'warning', words: '还剩 7 天' });
    expect(said('2024-05-07')).toEqual({ tone: 'warning', words: '今天截止' });
    expect(said('2024-05-06')).toEqual({ tone: 'danger', words: '已逾期 1 天' });
    expect(said(null)).toBeNull();
  });

  it('that is paid is not late', () => {
    for (const state of ['PAID', 'OVERPAID', 'NOTHING_DUE'] as const) {
      expect(dueInWords({ due: '2024-01-01', state }, MONDAY)).toBeNull();
    }
  });

  it('says what is owed or was paid too much and nothing where neither is', () => {
    expect(differenceOf({ state: 'PARTIAL', owed: '0.01', excess: '0.00' })).toEqual({ word: '欠缴', amount: '0.01' });
    expect(differenceOf({ state: 'OVERPAID', owed: '0.00', excess: '40.00' })).toEqual({ word: '多缴', amount: '40.00' });
    expect(differenceOf({ state: 'PAID', owed: '0.00', excess: '0.00' })).toBeNull();
  });

  it('says of each level where its price comes from', () => {
    expect(originInWords({ price: '380.00', notice: 'HK-2024-1', province: null })).toBe('通知 HK-2024-1');
    expect(originInWords({ price: '300.00', notice: null, province: '安徽' })).toBe('安徽考核费用标准');
    expect(originInWords({ price: '300.00', notice: null, province: null })).toBe('考核费用标准');
    expect(originInWords({ price: null, notice: null, province: null })).toBe('尚无收费标准，可先考试后缴费');
  });

  it('names the field of a refusal as the form does', () => {
    const named = (field: string): unknown => withFieldInWords(new ApiProblem(422, 'fee.invalid', { field })).facts.field;
    expect(named('payer')).toBe('付款单位');
    expect(named('x')).toBe('x');
  });
});

describe('the form of a payment', () => {
  const bill = { owed: '760.00', college: { code: '90001', name: '示范一职业技术学院' } };
  const begun = () => {
    const form = usePaymentForm(
      () => bill,
      () => MONDAY,
    );
    form.begin();
    return form;
  };

  it('begins with what one would expect to arrive', () => {
    const { form } = begun();
    expect(form).toMatchObject({ amount: '760.00', received: '2024-05-07', payer: '示范一职业技术学院' });
  });

  it('keeps its key however often it is sent, and takes another one for another payment', () => {
    const { finished, begin } = begun();
    const first = finished();
    expect(first?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(finished()?.key).toBe(first?.key);
    begin();
    expect(finished()?.key).not.toBe(first?.key);
  });

  it('takes an amount as people write it and no other', () => {
    const { form, finished } = begun();
    form.amount = ' ¥1,234.5 ';
    expect(finished()?.amount).toBe('1234.5');
    for (const wrong of ['0', '0.00', '-1', '1.005', '1e3', '', '123456789']) {
      form.amount = wrong;
      expect(finished(), wrong).toBeNull();
    }
  });

  it('says what is wrong beside the field, once one has tried', () => {
    const { form, finished, fault } = begun();
    Object.assign(form, { received: '2024-05-08', payer: ' ' });
    expect(fault('received')).toBe('');
    expect(finished()).toBeNull();
    expect([fault('amount'), fault('received'), fault('payer')]).toEqual(['', 'fee.record.receivedLate', 'fee.record.payerMissing']);
  });
});
