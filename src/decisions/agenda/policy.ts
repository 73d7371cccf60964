import { type Actor, has, isMember } from '../../groups/actor.ts'
import type { Officer } from '../officers.ts'

export const mayReadAgenda = (actor: Actor) => isMember(actor)

export const mayWish = (actor: Actor) => isMember(actor) && actor.group.state !== 'dissolved'

/** Whoever leads the meeting or writes its minutes says what was taken up; in the circle the coordination too. */
export const mayFinishWish = (actor: Actor) =>
  has(actor, 'lead', 'facilitator', 'minute_taker') || (actor.group.kind === 'circle' && has(actor, 'coordinator'))

/** Those who may, to be named where somebody else cannot. */
export const whoFinishes = (officers: Officer[], { kind }: Pick<Actor['group'], 'kind'>) =>
  officers.filter(({ roles }) =>
    roles.some((role) =>
      ['lead', 'facilitator', 'minute_taker', ...(kind === 'circle' ? ['coordinator'] : [])].includes(role),
    ),
  )
