import { and, eq, gt, sql } from 'drizzle-orm'
import { change } from '#src/activity/model.ts'
import { createProposal, type ProposalDraft } from '#src/decisions/proposals/proposing.ts'
import { openRound, type RoundDraft } from '#src/decisions/rounds/opening.ts'
import { optionsOf } from '#src/decisions/rounds/options.ts'
import { type Round, rounds } from '#src/decisions/rounds/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import type { Rules } from '#src/groups/rules.ts'
import type { GroupKey, World } from '../../support/world.ts'
import { hoursPass } from '../rounds/setting.ts'
import { inDays } from '../setting.ts'

/** Where the evening takes place: `DOMAIN.md 6.5, BT-2026-003`. */
export const places: ProposalDraft = {
  title: 'Ort des Dialogabends',
  wording: 'Der Dialogabend findet am gewählten Ort statt.',
  options: [
    { title: 'Altenlarn', wording: 'Wir treffen uns im Gemeindehaus Altenlarn.' },
    { title: 'Larnau', wording: 'Wir treffen uns in der Stadthalle Larnau.' },
  ],
  passive: 'kein Abend',
}

interface Wanted extends Partial<Omit<RoundDraft, 'method'>> {
  draft?: ProposalDraft
  rules?: Partial<Rules>
}

/** The rules of this one round: it keeps its copy from the opening on. */
async function settle(w: World, round: Round, rules: Partial<Rules>): Promise<Round> {
  const changed = { ...round.rules, ...rules }
  await w.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.update(rounds).set({ rules: changed }).where(eq(rounds.id, round.id))
  })
  return { ...round, rules: changed }
}

export async function begin(
  w: World,
  group: GroupKey,
  method: Round['method'],
  { draft = places, rules = {}, ...wanted }: Wanted = {},
): Promise<Round> {
  const by = w.people.henrike.id
  const proposal = await change(w.ports, (tx, record) =>
    createProposal(tx, record, { ...draft, groupId: w.groups[group].id, authorId: by }),
  )
  const opening = { method, closesAt: inDays(14), openedById: by, ...wanted }
  const round = await change(w.ports, (tx, record) => openRound(tx, record, proposal, opening))
  if (!round) throw new Error('Nobody has a vote')
  return settle(w, round, rules)
}

/** As if its end had been an hour ago, and all that was said so far had come in before. */
export async function timePasses(w: World, round: Pick<Round, 'id'>): Promise<void> {
  const stillOpen = and(eq(rounds.id, round.id), gt(rounds.closesAt, sql`now()`))
  const [open] = await w.db.select({ closesAt: rounds.closesAt }).from(rounds).where(stillOpen)
  if (open) await hoursPass(w, round, (open.closesAt.getTime() - Date.now()) / 3_600_000 + 1)
}

export const pageOf = (w: World, group: GroupKey, round: Round) => `/groups/${w.groups[group].slug}/rounds/${round.id}`

/** "2 6 9" against the options in their order. */
export async function ratingsFor(w: World, round: Round, numbers: string): Promise<Record<string, string>> {
  const given = numbers.split(' ')
  const options = await optionsOf(w.db, round.id)
  const pairs = options.map(({ id }, place) => [`rating-${id}`, given[place] ?? ''] as const)
  return Object.fromEntries(pairs.filter(([, value]) => value !== '' && value !== '-'))
}

/** What somebody sends, as their browser does. */
export async function send(w: World, group: GroupKey, round: Round, by: PersonKey, form: Record<string, string>) {
  const browser = await w.as(by)
  return browser(`${pageOf(w, group, round)}/ballot`, { form })
}

/** The words of a page, without its marks. */
export const wordsOf = async (response: Response) =>
  (await response.text())
    .replace(/<(script|style|template)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')
