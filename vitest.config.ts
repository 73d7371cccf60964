import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/afterwards.ts'],
    // Reading the whole program anew for each file takes longer than most of the files.
    isolate: false,
    // Most of the time goes into waiting for databases and browsers, so two files side by side are worth it on two cores.
    maxWorkers: 2,
    hookTimeout: 60_000,
    testTimeout: 60_000,
    // A machine with more to do than these tests is slow, and not wrong.
    expect: { poll: { timeout: 20_000 } },
  },
})
