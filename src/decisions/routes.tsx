import { inGroup } from '../groups/in-group.ts'
import { type FateOf, noFate } from './fate.ts'
import type { Consequence } from './finalising.ts'
import { proposalRoutes } from './proposal-routes.tsx'
import { recordRoutes } from './record-routes.tsx'
import { roundRoutes } from './round-routes.tsx'

/** What higher features bring: what else follows from a decision, and what became of it. */
interface Above {
  consequences: Consequence[]
  fateOf?: FateOf
}

/** Below a group: proposals, rounds and reports. */
export const decisionRoutes = ({ consequences, fateOf = noFate }: Above) =>
  inGroup
    .createApp()
    .route('/', proposalRoutes(fateOf))
    .route('/', roundRoutes(consequences))
    .route('/', recordRoutes(consequences))
