import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';

import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/board/',
  plugins: [vue()],
  build: {
    outDir: resolve(import.meta.dirname, '../../target/classes/web/node/board'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
