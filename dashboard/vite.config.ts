import vue from '@vitejs/plugin-vue';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import components from 'unplugin-vue-components/vite';
import { defineConfig } from 'vite';

const hub = 'http://localhost:4000';

/** Code that draws is told by its name from code that shows words and figures: it may come later, and is weighed apart. */
const draws = /node_modules\/(echarts|zrender|vue-echarts)\//;

/** Builds the dashboard into dist/, which the server hands out; in development it asks the hub on port 4000. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue(), components({ dts: false, dirs: [], resolvers: [ElementPlusResolver()] })],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ moduleIds }) =>
          `assets/${moduleIds.some(id => draws.test(id)) ? 'charts-' : ''}[name]-[hash].js`,
      },
    },
  },
  server: { port: 5173, proxy: { '/graphql': hub, '/api': hub, '/healthz': hub, '/readyz': hub } },
});
