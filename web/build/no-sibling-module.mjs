import { dirname, resolve } from 'node:path';

const MODULE = /[\\/]apps[\\/]([^\\/]+)[\\/]src[\\/]modules[\\/]([^\\/]+)/;

/** A module under apps/X/src/modules/ stands alone: it never reaches into the folder of a sibling, and nobody reaches into it. */
export const noSiblingModule = {
  meta: { type: 'problem', schema: [], messages: { sibling: "Module '{{from}}' may not import from module '{{to}}'." } },
  create(context) {
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string' || !source.startsWith('.')) {
        return;
      }
      const from = MODULE.exec(context.filename);
      const to = MODULE.exec(resolve(dirname(context.filename), source));
      if (to && (from?.[1] !== to[1] || from?.[2] !== to[2])) {
        context.report({ node, messageId: 'sibling', data: { from: from?.[2] ?? 'outside', to: to[2] } });
      }
    };
    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
