import { owner, type Right } from './rights.ts'

const members: Right = { who: ['member'] }
const rounds: Right = { who: ['lead', 'facilitator', 'coordinator'] }

/** What is done with a proposal, and with what is said against it; part of `routeRights`. */
export const proposalRights: Record<string, Right> = {
  'GET /groups/:group/rules': { who: ['guest', 'member'] },
  'GET /groups/:group/rules/new': members,
  'POST /groups/:group/rules/proposals': members,
  'GET /groups/:group/proposals/:id/rules': { who: ['member'], if: 'the proposal is about the rules' },
  'POST /groups/:group/proposals/:id/rules': {
    who: ['member'],
    if: 'the proposal is about the rules; while a round is open: those who open rounds',
  },
  'GET /groups/:group/proposals': members,
  'GET /groups/:group/proposals/new': members,
  'POST /groups/:group/proposals': members,
  'GET /groups/:group/proposals/:id': members,
  'GET /groups/:group/proposals/:id/text': members,
  'GET /groups/:group/proposals/:id/versions': members,
  'POST /groups/:group/proposals/:id/wording': {
    who: ['member'],
    if: 'no round is open; while one is: those who open rounds',
  },
  'POST /groups/:group/proposals/:id/presentation': owner('the author, or who opens rounds; no round is open'),
  'POST /groups/:group/proposals/:id/questions': { who: ['member'], if: 'it is not decided' },
  'POST /groups/:group/proposals/:id/questions/:question/answer': { who: ['member'], if: 'it is not decided' },
  'POST /groups/:group/proposals/:id/deliberation': { ...rounds, if: 'it has been presented' },
  'POST /groups/:group/proposals/:id/second-turn': { ...rounds, if: 'the first turn has begun' },
  'POST /groups/:group/proposals/:id/opinions': { who: ['member'], if: 'once per turn' },
  'POST /groups/:group/proposals/:id/withdrawal': owner('the author, no round is open'),
  'POST /groups/:group/proposals/:id/rounds': rounds,
  'GET /groups/:group/rounds/:id/minority-statement': members,
  'POST /groups/:group/rounds/:id/minority-statement': owner('who answered otherwise than it ended'),
  'GET /groups/:group/rounds/:id/objections/:objection': { who: ['member'], if: 'one of this round' },
  'POST /groups/:group/rounds/:id/objections/:objection/effort': { who: ['member'], if: 'not the one who raised it' },
  'POST /groups/:group/rounds/:id/objections/:objection/downgrade': owner('who raised it'),
  'POST /groups/:group/rounds/:id/objections/:objection/lapse': {
    ...rounds,
    if: 'who raised it has left or is silent for 14 days',
  },
  'POST /groups/:group/rounds/:id/objections/:objection/lapse/signature': {
    who: ['lead', 'facilitator', 'minute taker', 'coordinator'],
    if: 'another person than the one who proposed it; any other member where nobody else has such a role',
  },
  'POST /groups/:group/rounds/:id/objections/:objection/withdrawal': owner('who raised it'),
  'POST /groups/:group/rounds/:id/objections/:objection/integration': owner('who raised it'),
}
