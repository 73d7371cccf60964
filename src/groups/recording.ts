import type { Database } from '../db/database.ts'
import type { Ports } from '../ports.ts'

/** What happens to people and groups; written down one floor above, in `activity`. */
export interface GroupEvent {
  kind:
    | 'group.created'
    | 'member.invited'
    | 'member.joined'
    | 'member.left'
    | 'role.given'
    | 'role.ended'
    | 'mandate.given'
  groupId: string
  alsoForId?: string
  actorId: string
  subjectId: string
  facts?: Record<string, string>
}

export type RecordGroupEvent = (event: GroupEvent) => Promise<void>

/** One transaction with its events and, after COMMIT, its signals. Handed in by the app. */
export type Change<R extends RecordGroupEvent = RecordGroupEvent> = <T>(
  ports: Pick<Ports, 'db' | 'bus'>,
  write: (tx: Database, record: R) => Promise<T>,
) => Promise<T>
