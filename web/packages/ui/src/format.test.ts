import { describe, expect, it } from 'vitest';
import { formatClosing, formatCount, formatDate, formatDateTime, formatDuration, formatMoney, formatSpan } from './format.ts';

describe('dates', () => {
  it('carry their weekday', () => {
    expect(formatDate('2024-05-18')).toBe('2024年5月18日(周六)');
    expect(formatDate('2024-02-29')).toBe('2024年2月29日(周四)');
  });

  it('that are none stay as they are', () => {
    expect(formatDate('4月29日')).toBe('4月29日');
  });

  it('of an instant are those of Shanghai, whatever zone it is written in', () => {
    expect(formatDateTime('2024-05-17T23:30:00Z')).toBe('2024年5月18日(周六) 07:30');
    expect(formatDateTime('2024-05-18T14:00:00+08:00')).toBe('2024年5月18日(周六) 14:00');
  });

  it('close on the last second of the last day', () => {
    expect(formatClosing('2024-04-30T00:00:00+08:00')).toBe('2024年4月29日(周一) 23:59:59');
  });

  it('span from, to, both or neither', () => {
    expect(formatSpan('2024-05-06', '2024-05-17')).toBe('5月6日–5月17日');
    expect(formatSpan('2024-05-18', '2024-05-18')).toBe('5月18日');
    expect(formatSpan('2024-06-01', null)).toBe('6月1日起');
    expect(formatSpan(null, '2024-04-29')).toBe('4月29日截止');
    expect(formatSpan(null, undefined)).toBe('未定');
  });
});

describe('money', () => {
  it('has two decimals and grouped thousands', () => {
    expect(formatMoney('1234')).toBe('¥1,234.00');
    expect(formatMoney('380.5')).toBe('¥380.50');
    expect(formatMoney('-12345678.90')).toBe('-¥12,345,678.90');
  });

  it('loses no digit of a large amount', () => {
    expect(formatMoney('90071992547409931.23')).toBe('¥90,071,992,547,409,931.23');
  });
});

describe('durations', () => {
  it('use the two largest units', () => {
    expect(formatDuration((7 * 24 + 15) * 3_600_000 - 1)).toBe('7 天 14 小时');
    expect(formatDuration(15 * 3_600_000 + 3 * 60_000)).toBe('15 小时 3 分');
    expect(formatDuration(59_000)).toBe('0 分钟');
  });

  it('are never negative', () => {
    expect(formatDuration(-1)).toBe('0 分钟');
  });
});

describe('counts', () => {
  it('say when the server stopped counting', () => {
    expect(formatCount(10000, true)).toBe('10,000+');
    expect(formatCount(123)).toBe('123');
  });
});
