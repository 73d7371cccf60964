import type { Right } from './rights.ts'

const readers: Right = { who: ['signed in'], if: 'member of some group' }

/** What of the register leaves the house, and how it is checked; part of `routeRights`. */
export const chainRights: Record<string, Right> = {
  'GET /decisions/check': readers,
  'GET /decisions/:file': readers,
  'POST /me/book-name': { who: ['signed in'] },
  'GET /decisions/books': readers,
  'GET /decisions/books/:year': readers,
}
