import vue from '@vitejs/plugin-vue';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import Components from 'unplugin-vue-components/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue(), Components({ dts: false, dirs: [], resolvers: [ElementPlusResolver({ importStyle: false })] })],
  test: {
    environment: 'happy-dom',
    include: ['apps/**/*.test.ts', 'packages/**/*.test.ts', 'build/**/*.test.ts'],
    reporters: ['default', './build/closing-line.mjs'],
    // See apart.ts.
    isolate: false,
    pool: 'threads',
    setupFiles: ['./build/apart.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
});
