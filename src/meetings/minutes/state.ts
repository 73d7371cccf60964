/** Where the minutes of a meeting stand (`DOMAIN.md 3.7`). */
export const minutesStates = ['none', 'draft', 'circulated', 'contested', 'corrected', 'approved'] as const

export type MinutesState = (typeof minutesStates)[number]

/** How far an objection has come: both who sign have accepted it, or the group has to decide, or has. */
export type ObjectionState = 'open' | 'accepted' | 'with_group' | 'upheld' | 'turned_down'

interface Judged {
  views: { accepts: boolean }[]
  isHanded: boolean
  ruling: { accepts: boolean } | null
}

/** Only both together accept; as soon as one of them refuses the group decides (`DOMAIN.md 3.7`). */
export function objectionState({ views, isHanded, ruling }: Judged): ObjectionState {
  if (ruling) return ruling.accepts ? 'upheld' : 'turned_down'
  if (views.length >= 2 && views.every(({ accepts }) => accepts)) return 'accepted'
  return isHanded || views.some(({ accepts }) => !accepts) ? 'with_group' : 'open'
}

export const isSettled = (state: ObjectionState) => state !== 'open' && state !== 'with_group'

/** The wished wording is to stand in the minutes. */
export const isUpheld = (state: ObjectionState) => state === 'accepted' || state === 'upheld'

interface Standing {
  isApproved: boolean
  /** Of the newest circulation; null before the first. */
  circulationId: string | null
  objections: { circulationId: string; state: ObjectionState }[]
}

/** What is open comes before what was settled; what was put right waits to go round again. */
export function minutesStateOf({ isApproved, circulationId, objections }: Standing): MinutesState {
  if (isApproved) return 'approved'
  if (circulationId === null) return 'draft'
  if (objections.some(({ state }) => !isSettled(state))) return 'contested'
  const isChanged = objections.some((one) => one.circulationId === circulationId && isUpheld(one.state))
  return isChanged ? 'corrected' : 'circulated'
}
