import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import JobCourse from './JobCourse.vue';
import type { Job, Outcome } from './jobs.ts';

const job = (some: Partial<Job>): Job => ({ id: '1', state: 'RUNNING', done: 1, total: 2, code: null, facts: {}, ...some }) as Job;

function course(running: Job | null, result: Job | null) {
  const done = ({ facts }: Job): Outcome => ({ tone: facts.blocked ? 'warning' : 'success', words: `已编排 ${String(facts.arranged)} 个` });
  return mount(JobCourse, { props: { running, result, label: '正在编排', cancelled: '编排已取消。', done } });
}

describe('the course of background work', () => {
  it('is nothing as long as nothing was started', () => {
    expect(course(null, null).text()).toBe('');
  });

  it('is how far it is while it runs, whatever came of the one before', () => {
    const text = course(job({}), job({ state: 'CANCELLED' })).text();
    expect(text).toContain('正在编排');
    expect(text).toContain('可以离开本页，任务在后台继续。');
    expect(text).not.toContain('编排已取消。');
  });

  it('ends with what came of it, in the tone that the page gives it', () => {
    const facts = { arranged: 3 };
    expect(
      course(null, job({ state: 'DONE', facts }))
        .get('[role=status]')
        .text(),
    ).toContain('已编排 3 个');
    expect(
      course(null, job({ state: 'DONE', facts }))
        .find('.notice-bar.success')
        .exists(),
    ).toBe(true);
    expect(
      course(null, job({ state: 'DONE', facts: { ...facts, blocked: 1 } }))
        .find('.notice-bar.warning')
        .exists(),
    ).toBe(true);
  });

  it('that was cancelled or failed says so and not what came of it', () => {
    expect(
      course(null, job({ state: 'CANCELLED' }))
        .get('[role=status]')
        .text(),
    ).toContain('编排已取消。');
    const failed = course(null, job({ state: 'FAILED', code: 'job.broken' }))
      .get('[role=alert]')
      .text();
    expect(failed).not.toContain('已编排');
    expect(failed).not.toContain('编排已取消。');
  });
});
