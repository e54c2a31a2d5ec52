import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { manifest } from './manifest.ts'

export default defineConfig({
  plugins: [react(), manifest()],
  test: {
    projects: [
      { extends: true, test: { name: 'functions', include: ['src/**/*.test.ts'], environment: 'node' } },
      { extends: true, test: { name: 'components', include: ['src/**/*.test.tsx'], environment: 'jsdom' } },
      {
        // These drive a real browser at a real server; pytest starts both and names them in the environment.
        extends: true,
        test: { name: 'browser', include: ['browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
})
