import { defineConfig } from 'vitest/config'

const all = ['tests/**/*.test.{ts,tsx}']

/** They kill processes, fill memory or race against clocks: in a worker where nothing has been before them. */
const apart = ['runtime', 'bench', 'security/sockets', 'documents/simulation', 'documents/editing'].map(
  (folder) => `tests/${folder}/**/*.test.{ts,tsx}`,
)

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/afterwards.ts'],
    // Most of the time goes into waiting for databases and browsers, so two files side by side are worth it on two cores.
    maxWorkers: 2,
    hookTimeout: 60_000,
    testTimeout: 60_000,
    // A machine with more to do than these tests is slow, and not wrong.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      // Reading the whole program anew for each file takes longer than most of the files.
      { extends: true, test: { name: 'together', include: all, exclude: apart, isolate: false } },
    ],
  },
})
