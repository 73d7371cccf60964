import { owner, type Right } from './rights.ts'

const secondPerson: Right = {
  who: ['lead', 'facilitator', 'minute taker', 'coordinator'],
  if: 'another person than the first one; any other member where nobody else has such a role',
}

/** What was decided, from its result to what was added since; part of `routeRights`. */
export const registerRights: Record<string, Right> = {
  'GET /decisions': { who: ['signed in'], if: 'member of some group' },
  'GET /decisions/:number': { who: ['signed in'], if: 'member of some group' },
  'GET /decisions/:number/text': { who: ['signed in'], if: 'member of some group' },
  'GET /decisions/:number/attachments/:id': { who: ['signed in'], if: 'member of some group; it stands in the text' },
  'GET /groups/:group/rounds/:id/decision': { who: ['member'] },
  'POST /groups/:group/rounds/:id/decision': secondPerson,
  'POST /groups/:group/rounds/:id/talk': {
    who: ['lead', 'facilitator', 'coordinator'],
    if: 'it has ended with a result; any member where nobody leads',
  },
  'GET /groups/:group/decisions/:id/notes/new': { who: ['member'], if: 'a decision of this group' },
  'POST /groups/:group/decisions/:id/notes': { who: ['member'], if: 'a decision of this group' },
  'POST /groups/:group/decisions/:id/notes/:note/signature': secondPerson,
  'POST /groups/:group/decisions/:id/notes/:note/discard': owner('who proposed it, or the second person'),
  'GET /groups/:group/records': { who: ['member'] },
  'GET /groups/:group/records/new': { who: ['member'] },
  'POST /groups/:group/records': { who: ['member'] },
  'GET /groups/:group/records/:id': { who: ['member'] },
  'GET /groups/:group/records/:id/text': { who: ['member'], if: 'it is about a text' },
  'POST /groups/:group/records/:id/decision': secondPerson,
  'POST /groups/:group/records/:id/discard': owner('who reported it, or of an answer the second person'),
}
