import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  base: './',
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  build: {
    target: ['es2022', 'safari16'],
    outDir: 'dist',
    emptyOutDir: true,
    // One small stylesheet: a late one would flash under a slow start.
    cssCodeSplit: false,
    // The polyfill would be an inline script, which the policy forbids.
    modulePreload: { polyfill: false },
    // A data: URL in the style sheet would widen the policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // What the first screen needs comes in one file: each request takes its turn in the program's own thread.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
})
