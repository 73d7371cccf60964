import { across } from './across.ts'
import { capacity } from './capacity.ts'
import { commits } from './commits.ts'
import { hostile } from './hostile.ts'
import { kill, killCrowd } from './kills.ts'
import { coldOpen, largeText, memory, reconnect } from './opening.ts'
import { opening } from './opening-page.ts'
import { pages } from './pages.ts'
import type { Scenario } from './scenario.ts'
import { soak } from './soak.ts'
import { typingScenarios } from './typing.ts'

/** In this order: what ends a server on purpose comes last. */
export const scenarios: Scenario[] = [
  ...typingScenarios,
  commits,
  across,
  capacity,
  coldOpen,
  largeText,
  memory,
  opening,
  pages,
  reconnect,
  kill,
  killCrowd,
  soak,
  hostile,
]
