import { isQuorate } from '../../decisions/counting/quorum.ts'
import type { Rules } from '../../groups/rules.ts'

/** A vote: of a person, an organisation or a group, with those who may speak for it. */
export interface Voice {
  holders: string[]
}

export interface Electorate {
  unit: 'persons' | 'seats'
  voices: Voice[]
}

/** Whether a group could decide at an instant, by those who were there. */
export interface ItemQuorum {
  unit: Electorate['unit']
  entitled: number
  present: number
  recused: number
  isQuorate: boolean
}

interface There {
  present: ReadonlySet<string>
  recused: ReadonlySet<string>
}

type Standing = 'absent' | 'present' | 'recused'

/** Another one of the same seat speaks for it as long as one of them has no conflict of interest. */
function standingOf({ holders }: Voice, { present, recused }: There): Standing {
  const here = holders.filter((id) => present.has(id))
  const inQuestion = here.length > 0 ? here : holders
  if (inQuestion.length > 0 && inQuestion.every((id) => recused.has(id))) return 'recused'
  return here.length > 0 ? 'present' : 'absent'
}

/** Recused voices are taken out on both sides, or stay where they are, as the rules say (`DOMAIN.md 4.1 G9`). */
export function quorumOf(
  { quorum, recusedInQuorum }: Pick<Rules, 'quorum' | 'recusedInQuorum'>,
  { unit, voices }: Electorate,
  there: There,
): ItemQuorum {
  const standings = voices.map((voice) => standingOf(voice, there))
  const recused = standings.filter((one) => one === 'recused').length
  const isOut = recusedInQuorum === 'exclude'
  const countsAsHere = (voice: Voice) => voice.holders.some((id) => there.present.has(id))
  const here = voices.filter((voice, at) => countsAsHere(voice) && !(isOut && standings[at] === 'recused'))
  const entitled = isOut ? voices.length - recused : voices.length
  const present = here.length
  return { unit, entitled, present, recused, isQuorate: isQuorate(quorum, present, entitled) }
}
