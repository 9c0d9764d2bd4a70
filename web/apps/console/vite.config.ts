import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import Components from 'unplugin-vue-components/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [vue(), Components({ dts: false, dirs: [], resolvers: [ElementPlusResolver({ importStyle: 'css' })] })],
  // Pages under work on a running product: ONEX_CENTER=http://127.0.0.1:8080 npx vite apps/console
  server: { proxy: { '/api': { target: process.env.ONEX_CENTER ?? 'http://127.0.0.1:8080' } } },
  build: {
    outDir: resolve(import.meta.dirname, '../../target/classes/web/center/console'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
