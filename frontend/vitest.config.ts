import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { manifest } from './manifest.ts'

export default defineConfig({
  plugins: [react(), manifest()],
  test: {
    projects: [
      // These leave nothing behind that another file would mind. A process for each takes longer than its tests.
      {
        extends: true,
        test: { name: 'functions', include: ['src/**/*.test.ts'], environment: 'node', isolate: false },
      },
      {
        extends: true,
        test: { name: 'components', include: ['src/**/*.test.tsx'], environment: 'jsdom', isolate: false },
      },
      {
        // These drive a real browser at a real server; pytest starts both and names them in the environment.
        extends: true,
        test: {
          name: 'browser',
          include: ['browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } }, // a busy machine is slow, and pages count anew a second after news
        },
      },
    ],
  },
})
