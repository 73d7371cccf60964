import { leads, type Right } from './rights.ts'

const belonging: Right = { who: ['guest', 'member'] }
const readers: Right = { who: ['guest', 'member'], if: 'a guest: invited to the text' }
const members: Right = { who: ['member'] }
const commenters: Right = { who: ['guest', 'member'], if: 'a guest: invited to comment on the text' }
const speakers: Right = { who: ['guest', 'member'], if: 'who wrote the comment' }
const called: Right = { who: ['guest', 'member'], if: 'marks what calls oneself' }
const keepers: Right = { who: ['lead', 'coordinator'] }

/** Texts and what belongs to them; part of `routeRights`. */
export const documentRights: Record<string, Right> = {
  'GET /groups/:group/documents': belonging,
  'GET /groups/:group/documents/new': members,
  'POST /groups/:group/documents': members,
  'GET /groups/:group/documents/:id': readers,
  'GET /groups/:group/documents/:id/authors': readers,
  'GET /groups/:group/documents/:id/difference': readers,
  'GET /groups/:group/documents/:id/export': readers,
  'GET /groups/:group/documents/:id/export/file': readers,
  'POST /groups/:group/documents/:id/collisions': members,
  'POST /groups/:group/documents/:id/collisions/:collision/settlement': { who: ['member'], if: 'one of this text' },
  'GET /groups/:group/documents/:id/edit': commenters,
  'GET /groups/:group/documents/:id/sync': readers,
  'GET /groups/:group/documents/:id/comments': readers,
  'GET /groups/:group/documents/:id/threads': readers,
  'POST /groups/:group/documents/:id/threads': commenters,
  'POST /groups/:group/documents/:id/threads/:thread/remarks': commenters,
  'POST /groups/:group/documents/:id/threads/:thread/resolution': {
    who: ['guest', 'member'],
    if: 'a guest: the conversation is one that they began',
  },
  'POST /groups/:group/documents/:id/threads/:thread/reopening': {
    who: ['guest', 'member'],
    if: 'a guest: the conversation is one that they began',
  },
  'POST /groups/:group/documents/:id/remarks/:remark': speakers,
  'POST /groups/:group/documents/:id/remarks/:remark/deletion': speakers,
  'POST /groups/:group/documents/:id/remarks/:remark/reading': called,
  'POST /groups/:group/documents/:id/mentions/reading': called,
  'POST /groups/:group/documents/:id/attachments': members,
  'GET /groups/:group/attachments/:id': {
    who: ['guest', 'member'],
    if: 'may read a text in which it stands, or was sent one',
  },
  'GET /groups/:group/documents/:id/rows': readers,
  'GET /groups/:group/documents/:id/rows.csv': readers,
  'GET /groups/:group/documents/:id/rows.html': readers,
  'GET /groups/:group/documents/:id/comparison': members,
  'GET /groups/:group/documents/:id/quoting': readers,
  'POST /groups/:group/documents/:id/quoting': { ...readers, if: 'may read it, and writes in the other text' },
  'GET /groups/:group/documents/:id/quotations': readers,
  'POST /groups/:group/documents/:id/quotations/:quotation/renewal': { who: ['member'], if: 'may read the source' },
  'POST /groups/:group/documents/:id/quotations/:quotation/keeping': { who: ['member'], if: 'may read the source' },
  'GET /groups/:group/documents/:id/editions': members,
  'POST /groups/:group/documents/:id/editions': members,
  'GET /groups/:group/documents/:id/editions/:edition': { who: ['member'], if: 'one of this group' },
  'POST /groups/:group/documents/:id/editions/:edition/takeover': { who: ['member'], if: 'one of this group' },
  'POST /groups/:group/documents/:id/editions/:edition/discard': { who: ['member'], if: 'no comparison uses it' },
  'GET /groups/:group/documents/:id/suggestions': readers,
  'POST /groups/:group/documents/:id/suggestions': {
    who: ['guest', 'member'],
    if: 'a guest: may comment on the text',
  },
  'POST /groups/:group/documents/:id/suggestions/acceptances': members,
  'POST /groups/:group/documents/:id/suggestions/rejections': members,
  'POST /groups/:group/documents/:id/suggestions/:suggestion/acceptance': {
    who: ['member'],
    if: 'one of this text',
  },
  'POST /groups/:group/documents/:id/suggestions/:suggestion/rejection': {
    who: ['member'],
    if: 'one of this text',
  },
  'POST /groups/:group/documents/:id/suggestions/:suggestion/withdrawal': {
    who: ['guest', 'member'],
    if: 'its author',
  },
  'POST /groups/:group/documents/:id/title': members,
  'POST /groups/:group/documents/:id/guests': keepers,
  'POST /groups/:group/documents/:id/snapshots': members,
  'GET /groups/:group/documents/:id/snapshots/:number': readers,
  'GET /groups/:group/documents/:id/snapshots/:number/difference': readers,

  'GET /groups/:group/documents/:id/versions': readers,
  'POST /groups/:group/documents/:id/versions': members,
  'GET /groups/:group/documents/:id/versions/difference': readers,
  'GET /groups/:group/documents/:id/versions/:version': readers,
  'POST /groups/:group/documents/:id/versions/:point/name': members,
  'POST /groups/:group/documents/:id/versions/:version/restoration': members,
  'POST /groups/:group/documents/:id/visit': readers,
  'GET /groups/:group/templates': members,
  'POST /groups/:group/templates/:kind': { ...leads, if: 'a coordinator: in the circle' },
  'POST /groups/:group/templates/:kind/reset': { ...leads, if: 'a coordinator: in the circle' },
}
