import type { Quorum } from '../../groups/rules.ts'
import { isQuorate } from './quorum.ts'

export interface ConsentTally {
  entitled: number
  consent: number
  concern: number
  /** Not withdrawn; each counts as an answer. */
  objections: number
}

export interface ConsentResult<Outcome extends string> {
  outcome: Outcome
  reason:
    | 'quorum_missed'
    | 'open_objection'
    | 'no_answer'
    | 'no_objection'
    | 'objection'
    | 'unreached'
    | 'too_few_active'
    | 'silent_consent'
  flags: 'many_concerns'[]
}

type Verdict<Outcome extends string> = Omit<ConsentResult<Outcome>, 'flags'>

/** Nobody has a serious, reasoned objection, and enough have answered (`DOMAIN.md 4.6`, explicit). */
export const countConsent = (tally: ConsentTally, quorum: Quorum) => ({
  ...explicit(tally, quorum),
  flags: concernFlags(tally),
})

/** Whoever was reached and says nothing agrees (`DOMAIN.md 4.6`, silent). */
export const countSilentConsent = (tally: ConsentTally, unreached: number, minActive: number) => ({
  ...silent(tally, unreached, minActive),
  flags: concernFlags(tally),
})

function explicit(tally: ConsentTally, quorum: Quorum): Verdict<'adopted' | 'undecided' | 'not_quorate'> {
  const { entitled, consent, concern, objections } = tally
  const answers = consent + concern + objections
  if (!isQuorate(quorum, answers, entitled)) return { outcome: 'not_quorate', reason: 'quorum_missed' }
  if (objections > 0) return { outcome: 'undecided', reason: 'open_objection' }
  if (answers === 0) return { outcome: 'undecided', reason: 'no_answer' }
  return { outcome: 'adopted', reason: 'no_objection' }
}

function silent(
  { consent, concern, objections }: ConsentTally,
  unreached: number,
  minActive: number,
): Verdict<'adopted' | 'not_quorate' | 'to_meeting'> {
  if (objections > 0) return { outcome: 'to_meeting', reason: 'objection' }
  if (unreached > 0) return { outcome: 'to_meeting', reason: 'unreached' }
  if (consent + concern < minActive) return { outcome: 'not_quorate', reason: 'too_few_active' }
  return { outcome: 'adopted', reason: 'silent_consent' }
}

/** Said whatever the outcome is (`DOMAIN.md 4.10`). */
export const concernFlags = ({
  consent,
  concern,
}: Pick<ConsentTally, 'consent' | 'concern'>): ConsentResult<string>['flags'] =>
  concern > 0 && concern >= consent ? ['many_concerns'] : []
