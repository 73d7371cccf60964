import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/global-setup.ts'],
    hookTimeout: 60_000,
    testTimeout: 60_000,
    // A machine with more to do than these tests is slow, and not wrong.
    expect: { poll: { timeout: 20_000 } },
  },
})
