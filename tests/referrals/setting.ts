import { eq } from 'drizzle-orm'
import { change } from '#src/activity/model.ts'
import { ballots, type Choice } from '#src/decisions/ballots/schema.ts'
import { discardRecord, findRecord, reportDecision } from '#src/decisions/records/reporting.ts'
import { confirmRecord, finalise } from '#src/decisions/register/finalising.ts'
import type { Decision } from '#src/decisions/register/schema.ts'
import { countRound } from '#src/decisions/rounds/closing.ts'
import { openRound } from '#src/decisions/rounds/opening.ts'
import type { Count, Round } from '#src/decisions/rounds/schema.ts'
import { seatHolders } from '#src/decisions/seats/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { updateTowards } from '#src/documents/content/towards.ts'
import { createDocument } from '#src/documents/creating.ts'
import { appendChanges, currentState } from '#src/documents/editing/log.ts'
import type { Document, Snapshot } from '#src/documents/schema.ts'
import { freeze } from '#src/documents/versions/freezing.ts'
import { beginChanges } from '#src/referrals/answers/changing.ts'
import { answerWithDecision } from '#src/referrals/answers/deciding.ts'
import { deferReferral, deferUndecided } from '#src/referrals/answers/deferring.ts'
import { type Answered, giveBack, note, type Return } from '#src/referrals/answers/giving.ts'
import { reserve } from '#src/referrals/answers/reserving.ts'
import { reportAnswer, takeUp } from '#src/referrals/answers/taking-up.ts'
import { findReferral } from '#src/referrals/model.ts'
import type { Referral } from '#src/referrals/schema.ts'
import { forward, type Sending } from '#src/referrals/sending/forwarding.ts'
import { sendings } from '#src/referrals/sending/sent-paper.ts'
import type { GroupKey, World } from '../support/world.ts'

const there = <T>(thing: T | null | undefined): T => {
  if (thing == null) throw new Error('It is not there')
  return thing
}

const sentence = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

const wish: Omit<Sending, 'title' | 'decision'> = {
  request: 'adopt',
  wish: 'Bitte beschließt den Text als Teil der gemeinsamen Antwort.',
  wishedBy: null,
  reason: '',
  followsId: null,
}

/** What taking up has made, where it has. */
export const proposalIn = (taken: { proposalId: string } | Answered): { proposalId: string } => {
  if (typeof taken === 'string') throw new Error(`Not taken up: ${taken}`)
  return taken
}

/** What reporting has made, where it has. */
export const reportIn = (reported: { recordId: string } | Answered): { recordId: string } => {
  if (typeof reported === 'string') throw new Error(`Not reported: ${reported}`)
  return reported
}

export const twoReasons = ['Wer bezahlt?', 'Wie wird ausgelost?']

/** What AG Energie and the circle say and do, in short. */
export const between = (w: World) => ({
  async text(title = 'RPL 2.0 und wir: Energie', words = 'Wärme fehlt ganz.', group: GroupKey = 'en') {
    const actor = await w.actor(group === 'en' ? 'swantje' : 'nele', group)
    const draft = { groupId: actor.group.id, actorId: actor.person.id, kind: 'statement' as const, title }
    const document = await change(w.ports, (tx, r) => createDocument(tx, r, { ...draft, content: sentence(words) }))
    return { document, snapshot: await this.freeze(document, group) }
  },

  freeze: async (document: Document, group: GroupKey = 'en'): Promise<Snapshot> => {
    const actor = await w.actor(group === 'en' ? 'swantje' : 'nele', group)
    return change(w.ports, (tx, record) => freeze(tx, record, document, actor))
  },

  /** The group has decided in a meeting, and Fritjof has confirmed it. */
  async decide(snapshot: Pick<Snapshot, 'id'> | null = null, title = 'RPL 2.0 und wir: Energie'): Promise<Decision> {
    const report = await change(w.ports, (tx, record) =>
      reportDecision(tx, record, {
        ...{
          groupId: w.groups.en.id,
          reportedById: w.people.swantje.id,
          title,
          wording: `„${title}“ geht an den Kreis.`,
          summary: `„${title}“ geht an den Kreis.`,
        },
        ...{ decidedOn: '2026-10-01', place: 'Tannrode', manner: 'einstimmig', snapshotId: snapshot?.id },
      }),
    )
    const fritjof = await w.actor('fritjof', 'en')
    return there(await change(w.ports, (tx, record) => confirmRecord(tx, record, report, fritjof)))
  },

  async send(decision: Decision | null, more: Partial<Sending> = {}): Promise<Referral> {
    const tarek = await w.actor('tarek', 'en')
    const words = {
      ...wish,
      title: decision?.title ?? 'Dürfen wir klagen?',
      reason: decision ? '' : 'Das kostet Geld.',
    }
    return change(w.ports, (tx, record) => forward(tx, record, tarek, { ...words, decision, ...more }))
  },

  async sendText(title?: string): Promise<Referral & { snapshot: Snapshot; document: Document }> {
    const { snapshot, document } = await this.text(title)
    return { ...(await this.send(await this.decide(snapshot, title))), snapshot, document }
  },

  async returns(referral: Referral, more: Partial<Return> = {}, by: PersonKey = 'henrike') {
    const actor = await w.actor(by, 'kk')
    const given = { reasons: twoReasons, statement: '', wishedBy: '2099-10-20', contactId: w.people.ayla.id }
    const all = { ...given, taskTitle: `Überarbeiten: ${referral.title}`, ...more }
    return change(w.ports, (tx, record) => giveBack(tx, record, actor, referral, all))
  },

  async notes(referral: Referral, by: PersonKey = 'ayla') {
    const actor = await w.actor(by, 'kk')
    return change(w.ports, (tx, record) => note(tx, record, actor, referral, 'Gelesen. Es gibt keinen Beschluss.'))
  },

  async takesUp(referral: Referral, by: PersonKey = 'henrike', more: { wording?: string; isChanged?: boolean } = {}) {
    const actor = await w.actor(by, 'kk')
    const wording = 'Der Koordinierungskreis beschließt das Papier.'
    const words = { title: referral.title, wording, rationale: '', ...more }
    return change(w.ports, (tx, record) => takeUp(tx, record, actor, referral, words))
  },

  /** The circle has decided in its meeting. */
  async reports(
    referral: Referral,
    more: { outcome?: Decision['outcome']; isChanged?: boolean } = {},
    by: PersonKey = 'henrike',
  ) {
    const actor = await w.actor(by, 'kk')
    const report = {
      wording: 'Der Koordinierungskreis beschließt das Papier.',
      summary: 'Der Koordinierungskreis beschließt das Papier.',
      place: 'Tannrode',
      manner: 'einstimmig',
    }
    const given = { ...report, decidedOn: '2026-10-05', title: referral.title, why: 'In einer Sitzung.', ...more }
    return change(w.ports, (tx, record) => reportAnswer(tx, record, actor, referral, given))
  },

  async confirmsReport(report: { recordId: string }, by: PersonKey = 'ayla') {
    const actor = await w.actor(by, 'kk')
    const of = { id: report.recordId }
    return change(w.ports, (tx, record) => confirmRecord(tx, record, of, actor, { consequences: [answerWithDecision] }))
  },

  async discards({ recordId }: { recordId: string }) {
    const entry = there(await findRecord(w.db, w.groups.kk.id, recordId))
    return change(w.ports, (tx, record) => discardRecord(tx, record, entry.record))
  },

  async opens({ proposalId }: { proposalId: string }, method: Round['method'] = 'majority'): Promise<Round> {
    const draft = { method, closesAt: new Date(Date.now() + 86_400_000), openedById: w.people.ayla.id }
    return there(await change(w.ports, (tx, record) => openRound(tx, record, { id: proposalId }, draft)))
  },

  /** Everybody on the roll says the same; counted by Ayla. */
  async counts(round: Round, choice: Choice) {
    const roll = await w.db.select().from(seatHolders).where(eq(seatHolders.roundId, round.id))
    const cast = roll.map(({ seatId, personId }) => ({
      seatId,
      roundId: round.id,
      method: round.method,
      castById: personId,
    }))
    await w.db.insert(ballots).values(cast.map((one) => ({ ...one, choice, reason: 'Darum.', receivedAt: new Date() })))
    return there(
      await change(w.ports, (tx, record) => countRound(tx, record, round, w.people.ayla.id, sendings, deferUndecided)),
    )
  },

  /** Confirmed by Henrike, with the answer that follows from it. */
  async confirms(round: Round, count: Count): Promise<Decision> {
    const henrike = await w.actor('henrike', 'kk')
    if (count.outcome !== 'adopted' && count.outcome !== 'rejected') throw new Error('Nothing was decided')
    const counted = { ...round, count: { ...count, outcome: count.outcome } }
    const said = { summary: round.title }
    return change(w.ports, (tx, record) =>
      finalise(tx, record, counted, henrike, said, { consequences: [answerWithDecision] }),
    )
  },

  async defers(referral: Pick<Referral, 'id'>, reason = 'Die Zahlen fehlen noch.', by: PersonKey = 'henrike') {
    const actor = await w.actor(by, 'kk')
    return change(w.ports, (tx, record) => deferReferral(tx, record, actor, referral, { reason }))
  },

  async beginsChanges(referral: Pick<Referral, 'id'>, by: PersonKey = 'henrike') {
    const actor = await w.actor(by, 'kk')
    const begun = await change(w.ports, (tx, record) => beginChanges(tx, record, actor, referral))
    if (typeof begun === 'string') throw new Error(`Nothing to change: ${begun}`)
    return begun.documentId
  },

  /** The circle writes its own version of what was sent; one paragraph is enough. */
  async changes(referral: Pick<Referral, 'id'>, words: string, by: PersonKey = 'henrike') {
    const documentId = await this.beginsChanges(referral, by)
    const clientId = 1000 + Math.floor(Math.random() * 1_000_000_000)
    const bytes = updateTowards(await currentState(w.db, documentId), sentence(words), clientId)
    const typed = { documentId, personId: w.people[by].id, bytes, binds: [clientId] }
    await w.db.transaction((tx) => appendChanges(tx, [typed]))
    return documentId
  },

  async reserves(referral: Pick<Referral, 'id'>, words = 'So geht uns der Kern verloren.', by: PersonKey = 'swantje') {
    const actor = await w.actor(by, 'en')
    return change(w.ports, (tx, record) => reserve(tx, record, actor, referral, words))
  },

  async adoptsWithChanges(referral: Referral, words = 'Wärme und Kälte fehlen.'): Promise<Decision> {
    await this.changes(referral, words)
    const round = await this.opens(proposalIn(await this.takesUp(referral, 'henrike', { isChanged: true })))
    return this.confirms(round, await this.counts(round, 'yes'))
  },

  async decidesIn(referral: Referral, choice: Choice): Promise<Decision> {
    const round = await this.opens(proposalIn(await this.takesUp(referral)))
    return this.confirms(round, await this.counts(round, choice))
  },

  find: async (referral: Pick<Referral, 'id'>, group: GroupKey = 'en') =>
    there(await findReferral(w.db, w.groups[group].id, referral.id)),
})

export type Between = ReturnType<typeof between>
