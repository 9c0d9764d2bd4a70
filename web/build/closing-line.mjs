/** Ends a Vitest run with one line that a machine can read. */
export default class ClosingLine {
  onTestRunEnd(modules, unhandledErrors) {
    let passed = 0;
    let failed = unhandledErrors.length;
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      passed += tests.filter((test) => test.result().state === 'passed').length;
      const broken = tests.filter((test) => test.result().state === 'failed').length;
      failed += broken === 0 && module.state() === 'failed' ? 1 : broken;
    }
    process.on('exit', () => console.log(`web: ${passed} passed, ${failed} failed`));
  }
}
