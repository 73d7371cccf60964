import { afterAll, vi } from 'vitest'
import { endWorlds } from './open-worlds.ts'

// Files of one worker share their modules: each leaves clock, spies and connections as it found them.
afterAll(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await endWorlds()
})
