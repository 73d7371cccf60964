import { eq } from 'drizzle-orm'
import { change } from '#src/activity/model.ts'
import { discardRecord, findRecord } from '#src/decisions/records/reporting.ts'
import { confirmRecord } from '#src/decisions/register/finalising.ts'
import { counts, rounds } from '#src/decisions/rounds/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { answerWithDecision } from '#src/referrals/answers/deciding.ts'
import { deferReferral } from '#src/referrals/answers/deferring.ts'
import { giveBack, note } from '#src/referrals/answers/giving.ts'
import { reportAnswer, takeUp } from '#src/referrals/answers/taking-up.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import { withdraw } from '#src/referrals/sending/ending.ts'
import { forward } from '#src/referrals/sending/forwarding.ts'
import {
  agreeToReplacement,
  possibleSuccessors,
  proposeReplacement,
  refuseReplacement,
  replacementsOf,
} from '#src/referrals/sending/replacing.ts'
import type { GroupKey, World } from '../support/world.ts'
import { type Between, between } from './setting.ts'

type Where = Extract<GroupKey, 'kk' | 'en' | 'lw'>

/** Who answers, and who confirms what was reported. */
const answering: Record<Where, [PersonKey, PersonKey]> = {
  kk: ['henrike', 'ayla'],
  en: ['swantje', 'fritjof'],
  lw: ['nele', 'roswitha'],
}

export const senders: Where[] = ['en', 'lw']

/** Everything that three groups can do with what they send each other, each by whoever may. */
export const hands = (w: World) => {
  const we: Between = between(w)
  const keyOf = (groupId: string) => (Object.keys(answering) as Where[]).find((key) => w.groups[key].id === groupId)
  const at = (groupId: string): Where => keyOf(groupId) ?? 'kk'
  const answerer = ({ toId }: ReferralEntry) => w.actor(answering[at(toId)][0], at(toId))
  const sender = ({ fromId }: ReferralEntry) => w.actor(answering[at(fromId)][0], at(fromId))
  const isCircle = ({ toId }: ReferralEntry) => at(toId) === 'kk'

  const latest = async ({ takenUp }: ReferralEntry) => {
    const of = rounds.proposalId
    const found = await w.db
      .select({ round: rounds, count: counts })
      .from(rounds)
      .leftJoin(counts, eq(counts.roundId, rounds.id))
      .where(eq(of, takenUp?.proposalId ?? crypto.randomUUID()))
      .orderBy(rounds.number)
    return found.at(-1) ?? null
  }

  return {
    we,
    isCircle,

    async send(from: Where, to: Where, followsId: string | null = null) {
      const actor = await w.actor(answering[from][0], from)
      const words = { title: `Frage ${crypto.randomUUID().slice(0, 6)}`, reason: 'Das geht uns alle an.' }
      const sending = { request: 'decide' as const, wish: 'Sagt uns etwas dazu.', wishedBy: null, decision: null }
      const toId = to === 'kk' ? null : w.groups[to].id
      return change(w.ports, (tx, r) => forward(tx, r, actor, { ...words, ...sending, toId, followsId }))
    },

    again(entry: ReferralEntry) {
      return this.send(at(entry.fromId), at(entry.toId), entry.id)
    },

    async takesUp(entry: ReferralEntry, isChanged = false) {
      const actor = await answerer(entry)
      const words = { title: entry.title, wording: `Wir beschließen ${entry.title}.`, isChanged }
      return change(w.ports, (tx, record) => takeUp(tx, record, actor, entry, words))
    },

    async reports(entry: ReferralEntry, outcome: 'adopted' | 'rejected') {
      const actor = await answerer(entry)
      const said = { wording: 'So ist es.', summary: 'So ist es.', title: entry.title, outcome, why: 'In der Sitzung.' }
      const report = { ...said, decidedOn: '2026-10-05', place: 'Tannrode', manner: 'einstimmig' }
      return change(w.ports, (tx, record) => reportAnswer(tx, record, actor, entry, report))
    },

    async confirmsReport(entry: ReferralEntry) {
      const id = entry.takenUp?.recordId
      const actor = await w.actor(answering[at(entry.toId)][1], at(entry.toId))
      const following = { consequences: [answerWithDecision] }
      if (id) await change(w.ports, (tx, record) => confirmRecord(tx, record, { id }, actor, following))
    },

    async discardsReport(entry: ReferralEntry) {
      const found = entry.takenUp?.recordId && (await findRecord(w.db, entry.toId, entry.takenUp.recordId))
      if (found) await change(w.ports, (tx, record) => discardRecord(tx, record, found.record))
    },

    /** Only the circle decides in rounds here: all of its members say the same. */
    async decides(entry: ReferralEntry, choice: 'yes' | 'no' | 'abstain') {
      const id = entry.takenUp?.proposalId
      if (!id || !isCircle(entry) || entry.takenUp?.isBeingDecided) return
      await we.counts(await we.opens({ proposalId: id }), choice)
    },

    async confirms(entry: ReferralEntry) {
      const last = await latest(entry)
      if (last?.count && ['adopted', 'rejected'].includes(last.count.outcome)) await we.confirms(last.round, last.count)
    },

    async returns(entry: ReferralEntry) {
      const actor = await answerer(entry)
      const words = { reasons: ['Wer bezahlt?'], questions: ['Bis wann?'], statement: '', taskTitle: 'Überarbeiten' }
      const given = { ...words, wishedBy: '2099-10-20', contactId: actor.person.id }
      return change(w.ports, (tx, record) => giveBack(tx, record, actor, entry, given))
    },

    async notes(entry: ReferralEntry) {
      const actor = await answerer(entry)
      return change(w.ports, (tx, record) => note(tx, record, actor, entry, 'Gelesen. Es gibt keinen Beschluss.'))
    },

    async defers(entry: ReferralEntry) {
      const actor = await answerer(entry)
      return change(w.ports, (tx, record) => deferReferral(tx, record, actor, entry, { reason: 'Später.' }))
    },

    async takesBack(entry: ReferralEntry) {
      const actor = await sender(entry)
      return change(w.ports, (tx, record) => withdraw(tx, record, actor, entry, 'Hat sich erledigt.'))
    },

    async proposesReplacement(entry: ReferralEntry) {
      const [successor] = await possibleSuccessors(w.db, entry)
      const actor = await answerer(entry)
      const row = { successorId: successor?.id ?? '', words: 'Die neuere sagt alles.' }
      if (successor) await change(w.ports, (tx, record) => proposeReplacement(tx, record, actor, entry, row))
    },

    async answersReplacement(entry: ReferralEntry, isWanted: boolean) {
      const [proposed] = await replacementsOf(w.db, entry)
      const actor = await sender(entry)
      if (!proposed) return
      await change(w.ports, async (tx, record) => {
        if (isWanted) await agreeToReplacement(tx, record, actor, entry, proposed)
        else await refuseReplacement(tx, record, actor, entry, proposed, 'Nein.')
      })
    },
  }
}

export type Hands = ReturnType<typeof hands>
