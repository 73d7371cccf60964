import { owner, type Right } from './rights.ts'

const rounds: Right = { who: ['lead', 'facilitator', 'coordinator'] }
const meetings: Right = { who: ['lead', 'facilitator', 'minute taker', 'coordinator'] }

/** How a round is led, and what becomes of one that decided nothing; part of `routeRights`. */
export const roundRights: Record<string, Right> = {
  'POST /me/round-mails': { who: ['signed in'] },
  'POST /groups/:group/rounds/:id/extensions': { ...rounds, if: 'its time is not over, as often as the rules allow' },
  'POST /groups/:group/rounds/:id/procedure-objection': owner('holds a seat of the roll, by circular'),
  'POST /groups/:group/rounds/:id/cancellation': { ...rounds, if: 'its time is not over' },
  'POST /groups/:group/rounds/:id/confirmation': owner('holds a seat of the roll, while it is open'),
  'POST /groups/:group/rounds/:id/follow-up': { ...rounds, if: 'it has decided nothing' },
  'GET /groups/:group/agenda': { who: ['member'] },
  'POST /groups/:group/agenda': { who: ['member'] },
  'POST /groups/:group/agenda/:id/completion': meetings,
}
