import { inGroup } from '../groups/in-group.ts'
import { type FateOf, noFate } from './fate.ts'
import type { Consequence } from './finalising.ts'
import { oneProposalRoutes } from './one-proposal-routes.tsx'
import { noOrigin, type OriginOf } from './origin.ts'
import { proposalRoutes } from './proposal-routes.tsx'
import { recordRoutes } from './record-routes.tsx'
import { roundRoutes } from './round-routes.tsx'

/** What higher features bring: what else follows from a decision, what became of it, and who had asked. */
interface Above {
  consequences: Consequence[]
  fateOf?: FateOf
  originOf?: OriginOf
}

/** Below a group: proposals, rounds and reports. */
export const decisionRoutes = ({ consequences, fateOf = noFate, originOf = noOrigin }: Above) =>
  inGroup
    .createApp()
    .route('/', proposalRoutes({ fateOf }))
    .route('/', oneProposalRoutes({ originOf }))
    .route('/', roundRoutes(consequences))
    .route('/', recordRoutes({ consequences, originOf }))
