import type { Actor } from '../groups/actor.ts'
import type { Ports } from '../ports.ts'
import { type Accepted, type Refused, refused } from '../web/form.ts'
import { membersAmong } from './adding.ts'
import type { TaskForm } from './forms.ts'
import type { Beat } from './rhythm/keeping.ts'

type Judged = Accepted<TaskForm> | Refused

function daysOf({ beginsOn, dueOn, unit }: TaskForm): [field: string, code: string] | null {
  if (unit && !dueOn) return ['dueOn', 'needed_to_come_again']
  return beginsOn && dueOn && beginsOn > dueOn ? ['beginsOn', 'after_due'] : null
}

/** Well-formed is not enough: days in their order, and only members of this group can be responsible. */
export async function judged({ actor, ports }: { actor: Actor; ports: Ports }, input: Judged): Promise<Judged> {
  if (!input.ok) return input
  const wrong = daysOf(input.value)
  if (wrong) return refused(input.value, ...wrong)
  const { personIds } = input.value
  const members = await membersAmong(ports.db, actor.group.id, personIds)
  return personIds.every((id) => members.includes(id)) ? input : refused(input.value, 'personIds', 'not_a_member')
}

const rhythmIn = ({ unit, every = 1 }: TaskForm): Beat | null => (unit ? { unit, every } : null)

/** What was typed, as the verbs take it. */
export const written = (value: TaskForm) => ({
  title: value.title,
  details: value.details ?? '',
  startsOn: value.beginsOn ?? null,
  dueOn: value.dueOn ?? null,
  rhythm: rhythmIn(value),
  personIds: value.personIds,
})
