import type { Reporter, Suite } from '@playwright/test/reporter';

/** Ends a browser run with one line that a machine can read. */
export default class ClosingLine implements Reporter {
  private suite: Suite | undefined;
  private errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  onError(): void {
    this.errors += 1;
  }

  async onExit(): Promise<void> {
    const outcomes = this.suite?.allTests().map((test) => (test.results.length === 0 ? 'not run' : test.outcome())) ?? [];
    const shaky = this.suite?.allTests().filter((test) => test.outcome() === 'flaky') ?? [];
    for (const test of shaky) {
      process.stdout.write(`passed only at the second try: ${test.titlePath().join(' › ')}\n`);
    }
    const passed = outcomes.filter((outcome) => outcome === 'expected' || outcome === 'flaky').length;
    const failed = outcomes.length - passed + this.errors;
    process.stdout.write(`e2e: ${passed} passed, ${failed} failed\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
