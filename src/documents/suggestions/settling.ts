import { change, type RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import type { Ports } from '../../ports.ts'
import type { Document } from '../schema.ts'
import { lockOpen, recordSettled, settle } from './accepting.ts'
import { tell } from './telling.ts'

type Subject = Pick<Document, 'id' | 'groupId' | 'title'>
type By = Pick<Actor, 'person'>
type Place = Pick<Ports, 'db' | 'bus'>

/** Answers which of them were still open. The text is not touched: nothing of them ever was in there. */
export const rejectSuggestions = (ports: Place, paper: Subject, by: By, which: string[]): Promise<string[]> =>
  change(ports, async (tx, record) => {
    const open = await lockOpen(tx, paper.id, which)
    await settle(tx, open, by, 'rejected')
    await recordSettled(tx, record, { paper, by, kind: 'suggestion.rejected', settled: open })
    return open.map(({ id }) => id)
  })

/** Its author takes it back. Of what came and went within minutes nobody needs to read. */
export async function withdrawSuggestion(ports: Place, paper: Subject, by: By, id: string): Promise<boolean> {
  const isDone = await change(ports, (tx, record) => withdraw(tx, record, paper, by, id))
  if (isDone) await tell(ports.bus, paper)
  return isDone
}

async function withdraw(tx: Database, record: RecordEvent, paper: Subject, by: By, id: string): Promise<boolean> {
  const [open] = await lockOpen(tx, paper.id, [id])
  if (!open) return false
  await settle(tx, [open], by, 'withdrawn')
  const { id: subjectId, groupId, title } = paper
  const facts = { title, consequence: 'withdrawn' }
  await record({ kind: 'suggestion.withdrawn', groupId, actorId: by.person.id, subjectId, facts })
  return true
}
