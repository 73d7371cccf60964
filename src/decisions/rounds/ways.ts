import type { Rules } from '../../groups/rules.ts'
import type { Channel, CircularPreset, Method, Scope } from '../schema.ts'

/** Channel and, for a circular resolution, its preset, as one thing to choose. */
export const ways = ['online', 'meeting', 'circular-rules', 'circular-statutory', 'circular-silent'] as const

export type Way = (typeof ways)[number]

export const channelOf = (way: Way): { channel: Channel; preset: CircularPreset | null } => {
  const [channel, preset = null] = way.split('-') as [Channel, CircularPreset?]
  return { channel, preset }
}

/** Stricter ones than the group's own are always open to it; looser ones are not (`DOMAIN.md 3.2, 4.8`). */
const presets: Record<CircularPreset, CircularPreset[]> = {
  statutory: ['statutory'],
  rules: ['rules', 'statutory'],
  silent: ['rules', 'statutory', 'silent'],
}

/** Without a meeting everything is a circular where the statute alone holds, however it is asked (`DOMAIN.md 0.4`). */
export function waysBy({ circular, consent }: Pick<Rules, 'circular' | 'consent'>): Way[] {
  if (circular.preset === 'statutory') return ['meeting', 'circular-statutory']
  const preset = consent.silence === 'silent' ? 'silent' : circular.preset
  return ['online', 'meeting', ...presets[preset].map((one) => `circular-${one}` as const)]
}

const plain: Method[] = ['majority', 'consent']

/** Whether everybody's yes was asked for, or only whether anybody objects: levels and ratings say neither. */
const isPlain = (way: Way) => way === 'circular-statutory' || way === 'circular-silent'

/** Where individuals share seats, or are counted apart, there is no rule for adding up ratings (`DOMAIN.md 4.7, 4.9`). */
const isOfKinds = ({ electorate, seatPolicy }: Pick<Rules, 'electorate' | 'seatPolicy'>) =>
  electorate === 'seats' && (seatPolicy === 'pooled' || seatPolicy === 'dual')

/** What stands against asking in this way by this method, as field and code. */
export function unfit(way: Way, method: string, rules: Rules): [field: string, code: string] | null {
  if (!waysBy(rules).includes(way)) return ['way', 'not_allowed']
  if (isPlain(way) && !plain.some((one) => one === method)) return ['way', 'needs_plain']
  return method === 'systemic_consensing' && isOfKinds(rules) ? ['method', 'not_with_kinds'] : null
}

/** What silence never decides about (`DOMAIN.md 4.6`). */
export const isTooBigForSilence = (scope: Scope) => scope === 'money' || scope === 'public_effect'
