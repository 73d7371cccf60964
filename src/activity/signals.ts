import type { EventKind } from './schema.ts'

const nouns: Record<string, string> = {
  member: 'person',
  role: 'person',
  objection: 'round',
  proxy: 'seat',
  correction: 'decision',
  minutes: 'meeting',
}
const plurals: Record<string, string> = { person: 'people' }

/** Deciding makes an entry in the register too. */
const registers: EventKind[] = ['round.decided', 'record.confirmed']

/** `round.counted` about 12 says "round-12" and "rounds". */
export function signalNames(kind: EventKind, subjectId: string): string[] {
  const first = kind.slice(0, kind.indexOf('.'))
  const noun = nouns[first] ?? first
  const names = [`${noun}-${subjectId}`, plurals[noun] ?? `${noun}s`]
  return registers.includes(kind) ? [...names, 'decisions'] : names
}
