import { leads, owner, type Right } from './rights.ts'

const minutes: Right = { who: ['lead', 'facilitator', 'minute taker', 'coordinator'] }

/** Who has a voice, and what is taken down in a meeting; part of `routeRights`. */
export const seatRights: Record<string, Right> = {
  'GET /groups/:group/seats': { who: ['member'] },
  'POST /groups/:group/seats': leads,
  'POST /groups/:group/seats/:id/holders': leads,
  'POST /groups/:group/holders/:id/end': leads,
  'POST /groups/:group/seats/:id/end': leads,
  'POST /groups/:group/proxies': owner('has a vote, and the rules of the group allow it'),
  'POST /groups/:group/proxies/:id/end': owner('who gave it'),
  'GET /groups/:group/rounds/:id/meeting': { ...minutes, if: 'the round is not counted, and in a meeting' },
  'POST /groups/:group/rounds/:id/attendance': { ...minutes, if: 'the round is not counted, and in a meeting' },
  'POST /groups/:group/rounds/:id/papers': { ...minutes, if: 'the round is not counted, and in a meeting' },
  'POST /groups/:group/rounds/:id/papers/rest': { ...minutes, if: 'the round is not counted, and in a meeting' },
  'POST /groups/:group/rounds/:id/hands': { ...minutes, if: 'the round is not counted, and in a meeting' },
  'POST /groups/:group/rounds/:id/recusals': owner('has the seat, or leads the round'),
  'POST /groups/:group/rounds/:id/recusals/confirmation': owner(
    'is a principal of the seat or a second person with a role',
  ),
  'POST /groups/:group/rounds/:id/recusals/withdrawal': owner('has proposed it'),
}
