import { peopleIn } from '../../groups/people.ts'
import type { Ports } from '../../ports.ts'
import type { Meeting } from '../schema.ts'

/** Nobody writes in approved minutes any more: whoever has them open comes back as a reader. */
export async function endWriting({ db, bus }: Pick<Ports, 'db' | 'bus'>, { groupId }: Pick<Meeting, 'groupId'>) {
  for (const { person } of await peopleIn(db, groupId)) await bus.revoke({ personId: person.id, groupId, final: false })
}
