import { pgEnum, text } from 'drizzle-orm/pg-core'

/** What is decided on, word for word. */
export const words = () => ({ title: text().notNull(), wording: text().notNull() })

/** How preferences become an outcome (`DOMAIN.md 0`). */
export const roundMethod = pgEnum('round_method', ['consent', 'majority', 'consensus', 'systemic_consensing'])
/** In which way answers are collected: until a day, by circular resolution, or in a meeting. */
export const channel = pgEnum('round_channel', ['online', 'circular', 'meeting'])
export const circularPreset = pgEnum('circular_preset', ['statutory', 'rules', 'silent'])

export const decisionMethod = pgEnum('decision_method', [
  'consent',
  'majority',
  'recorded',
  'consensus',
  'systemic_consensing',
])

/** Everything that a count can end with. */
export const outcome = pgEnum('outcome', [
  'adopted',
  'rejected',
  'not_quorate',
  'undecided',
  'status_quo_confirmed',
  'blocked',
  'no_consensus',
  'tie',
  'to_meeting',
])

export const scope = pgEnum('scope', ['own_group', 'public_effect', 'money', 'other_groups'])

/** What gets a number (`DOMAIN.md 3.3`). */
export const finalOutcome = pgEnum('final_outcome', ['adopted', 'rejected', 'status_quo_confirmed'])

export type Method = (typeof roundMethod.enumValues)[number]
export type Channel = (typeof channel.enumValues)[number]
export type CircularPreset = (typeof circularPreset.enumValues)[number]
export type Outcome = (typeof outcome.enumValues)[number]
export type Scope = (typeof scope.enumValues)[number]
