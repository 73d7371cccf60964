/** Who somebody is where a route is: anybody at all, somebody signed in, or a role in the group of the address. */
export type Who =
  | 'everybody'
  | 'signed in'
  | 'guest'
  | 'member'
  | 'lead'
  | 'delegate'
  | 'facilitator'
  | 'minute taker'
  | 'coordinator'

export interface Right {
  who: readonly Who[]
  /** Further condition on the person or the state of the thing, in words. */
  if?: string
}

export const leads: Right = { who: ['lead', 'coordinator'] }
export const owner = (thing: string): Right => ({ who: ['member'], if: thing })
