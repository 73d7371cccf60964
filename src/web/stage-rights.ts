import { leads, owner, type Right } from './rights.ts'

const publishers: Right = { who: ['member'], if: 'of the circle, with the mandate to publish' }

/** The life of a text; part of `routeRights`. */
export const stageRights: Record<string, Right> = {
  'GET /groups/:group/documents/:id/stage': { who: ['member'] },
  'POST /groups/:group/documents/:id/reviews': { who: ['member'], if: 'it is written on' },
  'POST /groups/:group/documents/:id/reviews/:review/reading': { who: ['guest', 'member'], if: 'who was asked' },
  'POST /groups/:group/documents/:id/reviews/:review/end': owner('who began it, lead, facilitator, coordinator'),
  'POST /groups/:group/documents/:id/archiving': {
    who: ['lead', 'coordinator'],
    if: 'never adopted, no open round or referral; a coordinator: in the circle',
  },
  'POST /groups/:group/documents/:id/archiving/end': { ...leads, if: 'it is archived; a coordinator: in the circle' },
  'POST /groups/:group/documents/:id/replacement': { ...leads, if: 'a coordinator: in the circle' },
  'POST /groups/:group/documents/:id/successor': { ...leads, if: 'it is in force; a coordinator: in the circle' },
  'POST /groups/:group/documents/:id/successor/end': { ...leads, if: 'it is replaced; a coordinator: in the circle' },
  'POST /groups/:group/documents/:id/editors': { ...leads, if: 'it was adopted; a coordinator: in the circle' },
  'POST /groups/:group/documents/:id/editors/:editor/confirmation': owner('neither who gave it nor who gets it'),
  'POST /groups/:group/documents/:id/editors/:editor/end': owner('lead, or who has it'),
  'GET /groups/:group/documents/:id/corrections': { who: ['member'], if: 'it was adopted' },
  'POST /groups/:group/documents/:id/corrections': owner('has the editorial mandate'),
  'POST /groups/:group/documents/:id/corrections/:correction/confirmation': owner('not who made it'),
  'POST /groups/:group/documents/:id/corrections/:correction/discard': owner('lead, or who made it'),
  'GET /groups/:group/publications': { who: ['member'], if: 'of the circle' },
  'GET /groups/:group/publications/new': publishers,
  'POST /groups/:group/publications': publishers,
  'POST /groups/:group/publications/:publication/withdrawal': publishers,
}
