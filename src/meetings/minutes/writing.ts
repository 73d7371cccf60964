import { contentOf } from '../../documents/content/codec.ts'
import { updateTowards } from '../../documents/content/towards.ts'

import { currentState } from '../../documents/editing/log.ts'
import type { Content } from '../../documents/markup.ts'
import type { Actor } from '../../groups/actor.ts'
import type { Ports } from '../../ports.ts'
import { attendanceOf } from '../attendance/presence.ts'
import type { MeetingEntry } from '../model.ts'
import { minutesOf, namesOf, numberItems } from './beginning.ts'
import { type MinutesWords, withAttendance, withSections, withWordings } from './skeleton.ts'

type Place = Pick<Ports, 'db' | 'rooms'>

const randomClient = () => crypto.getRandomValues(new Uint32Array(1))[0] as number

/** The text as it is now, with what is being typed; null before the meeting begins. */
export async function minutesNow({ db, rooms }: Place, meetingId: string): Promise<Content | null> {
  const minutes = await minutesOf(db, meetingId)
  if (!minutes) return null
  await rooms.settle(minutes.documentId)
  return contentOf(await currentState(db, minutes.documentId))
}

/**
 * The smallest change that makes of the text what is wanted, by a seat like anybody's: whoever writes in it meanwhile
 * loses nothing. False where there is nothing to do, or the text takes nothing any more.
 */
async function rewrite(
  { db, rooms }: Place,
  { person }: Pick<Actor, 'person'>,
  { id, groupId }: MeetingEntry,
  wanted: (content: Content) => Content | null,
): Promise<boolean> {
  const minutes = await minutesOf(db, id)
  if (!minutes) return false
  const { documentId } = minutes
  await rooms.settle(documentId)
  const state = await currentState(db, documentId)
  const content = wanted(contentOf(state))
  const update = content && updateTowards(state, content, randomClient())
  if (!update || update.length <= 2) return false
  const by = { personId: person.id, personName: person.name }
  return (await rooms.contribute({ documentId, groupId, ...by, update })) === 'stored'
}

const sofar = (names: string[]) => Array.from({ length: names.length + 1 }, (_, count) => names.slice(0, count))

/** Items that came later get their heading, and whoever came later stands among those who were there. */
export async function bringUpToDate(
  ports: Place,
  actor: Pick<Actor, 'person'>,
  meeting: MeetingEntry,
  words: MinutesWords,
  /** Who stood there before somebody put it right. */
  noted: string[] = [],
): Promise<void> {
  if (!(await minutesOf(ports.db, meeting.id))) return
  const items = await ports.db.transaction((tx) => numberItems(tx, meeting.id))
  const names = namesOf(await attendanceOf(ports.db, meeting.id))
  const before = [...sofar(names), noted].flatMap((some) => words.written(some))
  await rewrite(ports, actor, meeting, (content) =>
    withAttendance(withSections(content, items, words), before, words.attendance(names)),
  )
}

/** What was accepted is put right in the text; false where the words are not there any more, and somebody has to write. */
export const putRight = (
  ports: Place,
  actor: Pick<Actor, 'person'>,
  meeting: MeetingEntry,
  { number, present, wished }: { number: number; present: string; wished: string },
): Promise<boolean> => rewrite(ports, actor, meeting, (content) => withWordings(content, number, present, wished))
