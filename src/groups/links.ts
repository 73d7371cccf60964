import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { byName } from '../db/order.ts'
import { people } from '../identity/schema.ts'
import { dayOf } from '../web/days.ts'
import { inForce, termInForce } from './membership.ts'
import { type Group, groups, memberships, type Role, roleTerms } from './schema.ts'

/** The two people by whom a group and the circle hear of each other (`DOMAIN.md 2.1`). */
export const posts = ['lead', 'delegate'] as const

export type Post = (typeof posts)[number]

/** The same, with those who stand in for them. */
export const linking = ['lead', 'delegate', 'deputy_lead', 'deputy_delegate'] as const

export interface PostHolder {
  personId: string
  name: string
  role: (typeof linking)[number]
  endsOn: string | null
  /** Whether they belong to the circle, too. */
  isInCircle: boolean
}

/**
 * How firmly a group is linked to the circle: by two people who both sit there, by one alone, or with a post that
 * nobody has.
 */
export type LinkState = 'double' | 'one_person' | 'vacant'

export interface GroupLinks {
  group: Pick<Group, 'id' | 'name' | 'slug' | 'prefix' | 'state'>
  leads: PostHolder[]
  delegates: PostHolder[]
  deputies: PostHolder[]
  vacant: Post[]
  state: LinkState
}

const sittingInCircle = (db: Database, today: string) =>
  db
    .select({ personId: memberships.personId })
    .from(memberships)
    .innerJoin(groups, and(eq(groups.id, memberships.groupId), eq(groups.kind, 'circle')))
    .where(and(eq(memberships.standing, 'member'), inForce(today)))

const isLinking = (role: Role): role is PostHolder['role'] => linking.some((one) => one === role)

const holding = (db: Database, today: string) =>
  db
    .select({
      groupId: roleTerms.groupId,
      role: roleTerms.role,
      endsOn: roleTerms.endsOn,
      personId: people.id,
      name: people.name,
    })
    .from(roleTerms)
    .innerJoin(memberships, eq(memberships.id, roleTerms.membershipId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(inArray(roleTerms.role, linking), termInForce(today), inForce(today)))
    .orderBy(byName(people.name))

const workingGroups = (db: Database) =>
  db
    .select({ id: groups.id, name: groups.name, slug: groups.slug, prefix: groups.prefix, state: groups.state })
    .from(groups)
    .where(and(eq(groups.kind, 'working_group'), ne(groups.state, 'dissolved')))
    .orderBy(byName(groups.name))

const isPost = (role: string): role is Post => posts.some((post) => post === role)

/** Two different people, and both sit in the circle: whoever speaks for a group there hears the other one. */
function stateOf(vacant: Post[], holders: PostHolder[]): LinkState {
  if (vacant.length > 0) return 'vacant'
  const sitting = holders.filter(({ role, isInCircle }) => isPost(role) && isInCircle)
  const has = (post: Post) => sitting.some(({ role }) => role === post)
  const isTwo = new Set(sitting.map(({ personId }) => personId)).size > 1
  return has('lead') && has('delegate') && isTwo ? 'double' : 'one_person'
}

function linksFrom(group: GroupLinks['group'], holders: PostHolder[]): GroupLinks {
  const by = (role: PostHolder['role']) => holders.filter((holder) => holder.role === role)
  const vacant = posts.filter((post) => by(post).length === 0)
  const deputies = holders.filter(({ role }) => !isPost(role))
  return { group, leads: by('lead'), delegates: by('delegate'), deputies, vacant, state: stateOf(vacant, holders) }
}

/** Every working group that there is, and how it is linked to the circle today: three queries, however many there are. */
export async function linksOf(db: Database, now = new Date()): Promise<GroupLinks[]> {
  const today = dayOf(now)
  const sitting = new Set((await sittingInCircle(db, today)).map(({ personId }) => personId))
  const held = (await holding(db, today)).flatMap(({ role, ...one }) =>
    isLinking(role) ? [{ ...one, role, isInCircle: sitting.has(one.personId) }] : [],
  )
  const of = Map.groupBy(held, ({ groupId }) => groupId)
  return (await workingGroups(db)).map((group) => linksFrom(group, of.get(group.id) ?? []))
}

export interface VacantPost {
  group: GroupLinks['group']
  post: Post
  /** Names of those who stand in meanwhile. */
  deputies: string[]
}

/** Posts that nobody has: because a term ended, or because somebody left. */
export const vacantPosts = async (db: Database, now = new Date()): Promise<VacantPost[]> =>
  (await linksOf(db, now)).flatMap(({ group, vacant, deputies }) =>
    vacant.map((post) => ({
      group,
      post,
      deputies: deputies.filter(({ role }) => role === `deputy_${post}`).map(({ name }) => name),
    })),
  )
