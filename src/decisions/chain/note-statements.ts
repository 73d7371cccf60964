import { eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { annulmentOf } from '../../groups/rule-sets.ts'
import { groups } from '../../groups/schema.ts'
import { citation } from '../register/citation.ts'
import { decisionNotes, decisions } from '../register/schema.ts'
import { iso, type Plain } from './canonical.ts'
import { rulesGivenBy } from './given-rules.ts'
import { one, type Secret, type Statement } from './statement.ts'

const later = alias(decisions, 'later')
const laterGroup = alias(groups, 'later_group')

const rows = (db: Database, ids: string[]) =>
  db
    .select({ note: decisionNotes, decision: decisions, prefix: groups.prefix, later, laterPrefix: laterGroup.prefix })
    .from(decisionNotes)
    .innerJoin(decisions, eq(decisions.id, decisionNotes.decisionId))
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .leftJoin(later, eq(later.id, decisionNotes.byDecisionId))
    .leftJoin(laterGroup, eq(laterGroup.id, later.groupId))
    .where(inArray(decisionNotes.id, ids))

type Row = Awaited<ReturnType<typeof rows>>[number]

const numberOf = ({ decision, prefix }: Row) => citation(prefix, decision.year, decision.number)

/** The rules that hold again, where a decision about rules was annulled. */
const returnedBy = (row: Row) => (row.note.kind === 'annulment' ? annulmentOf(numberOf(row)) : '')

const plainOf = ({ note, later, laterPrefix, ...row }: Row, gives: Plain): Record<string, Plain> => ({
  number: numberOf({ note, later, laterPrefix, ...row }),
  note: note.kind,
  by: later && laterPrefix ? citation(laterPrefix, later.year, later.number) : null,
  ...{ tally: note.tally, outcome: note.outcome, isDecisive: note.isDecisive },
  proposedAt: iso(note.createdAt),
  ...{ signedAt: iso(note.signedAt), discardedAt: iso(note.discardedAt) },
  gives,
})

const secretsOf = ({ note }: Row): Secret[] => [
  one('noteReason', note.reason),
  one('changes', note.changes),
  one('first', note.firstPersonId, note.firstPersonId),
  one('second', note.secondPersonId, note.secondPersonId),
]

/** Note id → what its entry vouches for, as it stands in the tables now. */
export async function noteStatements(db: Database, ids: string[]): Promise<Map<string, Statement>> {
  const found = ids.length > 0 ? await rows(db, ids) : []
  const given = await rulesGivenBy(db, found.map(returnedBy).filter(Boolean))
  return new Map(
    found.map((row) => [
      row.note.id,
      { plain: plainOf(row, given.get(returnedBy(row)) ?? null), secrets: secretsOf(row) },
    ]),
  )
}
