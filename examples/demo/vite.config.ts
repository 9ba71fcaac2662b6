import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  worker: { format: 'es' },
  // Only the worker imports them, where Vite would find them late, and reload the page. They are modules as they are.
  optimizeDeps: { exclude: ['hono', 'jose'] },
});
