import { inGroup } from '../groups/in-group.ts'
import { agendaRoutes } from './agenda/routes.tsx'
import { ballotRoutes } from './ballots/routes.tsx'
import { minorityRoutes } from './objections/minority-routes.tsx'
import { objectionRoutes } from './objections/routes.tsx'
import { noOrigin, type OriginOf } from './origin.ts'
import { neverSent, type Sendings } from './paper-stage.ts'
import { oneProposalRoutes } from './proposals/one-routes.tsx'
import { proposalRoutes } from './proposals/routes.tsx'
import { talkRoutes } from './proposals/talk-routes.tsx'
import { versionRoutes } from './proposals/version-routes.tsx'
import { recordRoutes } from './records/routes.tsx'
import type { Consequence } from './register/establishing.ts'
import { establishingRoutes } from './register/establishing-routes.tsx'
import { type FateOf, noFate } from './register/fate.ts'
import { noteRoutes } from './register/note-routes.tsx'
import { leadingRoutes } from './rounds/leading-routes.tsx'
import { roundRoutes } from './rounds/routes.tsx'
import { nothingFollows, type Undecided } from './rounds/undecided.ts'
import { ruleRoutes } from './rules/routes.tsx'
import { meetingRoutes } from './seats/meeting-routes.tsx'
import { recusalRoutes } from './seats/recusal-routes.tsx'
import { seatRoutes } from './seats/routes.tsx'

/** What higher features bring: what else follows from a decision, what became of it, who had asked, and what was sent. */
interface Above {
  consequences: Consequence[]
  fateOf?: FateOf
  originOf?: OriginOf
  sendings?: Sendings
  undecided?: Undecided
}

/** Below a group: proposals, rounds and reports. */
export const decisionRoutes = ({
  consequences,
  fateOf = noFate,
  originOf = noOrigin,
  sendings = neverSent,
  undecided = nothingFollows,
}: Above) =>
  inGroup
    .createApp()
    .route('/', proposalRoutes({ fateOf, sendings }))
    .route('/', oneProposalRoutes({ originOf, sendings }))
    .route('/', talkRoutes({ originOf, sendings }))
    .route('/', versionRoutes)
    .route('/', objectionRoutes)
    .route('/', minorityRoutes)
    .route('/', roundRoutes({ sendings, undecided }))
    .route('/', leadingRoutes({ sendings, undecided }))
    .route('/', ruleRoutes({ sendings }))
    .route('/', agendaRoutes)
    .route('/', ballotRoutes)
    .route('/', seatRoutes)
    .route('/', meetingRoutes)
    .route('/', recusalRoutes)
    .route('/', establishingRoutes({ consequences, sendings }))
    .route('/', noteRoutes({ sendings }))
    .route('/', recordRoutes({ consequences, sendings, originOf }))
