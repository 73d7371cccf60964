import { type Actor, isMember } from '../../groups/actor.ts'
import type { Officer } from '../officers.ts'
import { isSecondPerson, leadsRounds, roundLeaders } from '../policy.ts'
import type { DecisionNote } from './schema.ts'

type Note = Pick<DecisionNote, 'firstPersonId' | 'signedAt' | 'discardedAt'>

const isOpen = ({ signedAt, discardedAt }: Note) => signedAt === null && discardedAt === null

/** Nothing follows from it before a second person has signed, so whoever belongs to the group may say what is wrong. */
export const mayProposeNote = (actor: Actor) => isMember(actor)

/** The same people who establish decisions, never the one who has proposed it. */
export const maySignNote = (actor: Actor, note: Note, officers: Officer[]) =>
  isOpen(note) && isSecondPerson(actor, note.firstPersonId, officers)

export const mayDiscardNote = (actor: Actor, note: Note, officers: Officer[]) =>
  isOpen(note) &&
  isMember(actor) &&
  (note.firstPersonId === actor.person.id || isSecondPerson(actor, note.firstPersonId, officers))

/** Those who lead rounds have talked about it; anybody else only where nobody leads any more (`DOMAIN.md 4.7`). */
export const mayNoteTalk = (actor: Actor, officers: Officer[]) =>
  leadsRounds(actor) || (isMember(actor) && roundLeaders(officers, actor.group).length === 0)

export const noteAbilities = (actor: Actor, note: Note, officers: Officer[]) => ({
  sign: maySignNote(actor, note, officers),
  discard: mayDiscardNote(actor, note, officers),
})

export type NoteAbilities = ReturnType<typeof noteAbilities>
