/**
 * What browser tests look for must be one thing whenever it is looked for. A string finds every name that contains it, also one that appears
 * only once a table has loaded, and the test then fails by chance; so it is taken as a whole, and whoever wants a part says so by a pattern.
 */
const BY_NAME = /^getBy(Label|Text|Title|Placeholder|AltText)$/;
const PATTERNS = new Set(['RegExp', 'anywhere']);

const property = (object, name) => object?.properties?.find((one) => one.key?.name === name);
const isPattern = (node) => node === undefined || 'regex' in node || PATTERNS.has(node.callee?.name);

function isCertain(called, [first, second]) {
  const name = BY_NAME.test(called) ? first : property(second, 'name')?.value;
  return isPattern(name) || property(second, 'exact')?.value.value === true;
}

export const certainLocators = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      part: 'A string also finds longer names, some of which appear later: add { exact: true }, or give a pattern for a part.',
      pause: 'Wait for what is to happen, not for a time.',
    },
  },
  create: (context) => ({
    'CallExpression[callee.type="MemberExpression"]'(node) {
      const called = node.callee.property.name ?? '';
      if (called === 'waitForTimeout') {
        context.report({ node, messageId: 'pause' });
      }
      if ((BY_NAME.test(called) || called === 'getByRole') && !isCertain(called, node.arguments)) {
        context.report({ node, messageId: 'part' });
      }
    },
  }),
};
