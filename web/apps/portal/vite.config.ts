import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';

import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [vue()],
  // Pages under work on a running product: ONEX_CENTER=http://127.0.0.1:8080 npx vite apps/portal
  server: { proxy: { '/api': { target: process.env.ONEX_CENTER ?? 'http://127.0.0.1:8080' } } },
  build: {
    outDir: resolve(import.meta.dirname, '../../target/classes/web/center/portal'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
