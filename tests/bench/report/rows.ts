import { attackNames } from '../load/attacks.ts'
import type { SubjectName } from '../servers/subject.ts'
import { type Look, shown } from './figures.ts'

/** One line of the comparison, cell by cell. */
export interface Row {
  title: string
  of(look: Look, subject: SubjectName): string
  /** The number by which others are compared with us, if it can be compared. */
  ratio?: (look: Look, subject: SubjectName) => number
}

const all = (values: number[]) => (values.every(Number.isFinite) ? values.map(shown).join(' / ') : '-')

const single = (title: string, scenario: string, measure: string): Row => ({
  title,
  of: (look, subject) => shown(look(scenario, subject, measure)),
  ratio: (look, subject) => look(scenario, subject, measure),
})

const latency = (title: string, scenario: string): Row => ({
  title: `${title}: p50 / p95 / p99, ms`,
  of: (look, subject) => all(['p50', 'p95', 'p99'].map((measure) => look(scenario, subject, measure))),
  ratio: (look, subject) => look(scenario, subject, 'p50'),
})

const cpu = (title: string, scenario: string): Row => single(`${title}: server CPU per delivery, µs`, scenario, 'cpu')

const typing = (title: string, scenario: string): Row[] => [latency(title, scenario), cpu(title, scenario)]

const lost = (title: string, scenario: string): Row => ({
  title,
  of: (look, subject) => {
    const seen = look(scenario, subject, 'seen')
    return Number.isFinite(seen) ? `${shown(look(scenario, subject, 'lost'))} of ${shown(seen)}` : '-'
  },
})

const sum = (look: Look, subject: SubjectName, measure: string) =>
  attackNames.reduce((total, name) => total + look('hostile', subject, `${name}: ${measure}`), 0)

const survived: Row = {
  title: `hostile frames (${attackNames.length} kinds): survived, words of bystanders lost`,
  of: (look, subject) => {
    const up = sum(look, subject, 'up')
    return Number.isFinite(up) ? `${up}, ${shown(sum(look, subject, 'lost'))}` : '-'
  },
}

export const rows: Row[] = [
  ...typing('50 texts x 10 writers', '50x10'),
  ...typing('50 x 10 with cursors', '50x10-cursors'),
  ...typing('20 texts x 5 writers', '20x5'),
  ...typing('1 text, 100 writers', '1x100'),
  ...typing('1 text, 300 people, 30 write', '1x300'),
  single('50 x 10: CPU of PostgreSQL per delivery, µs', '50x10', 'database'),
  single('most active writers with p99 under 200 ms', 'capacity', 'writers'),
  single('cold open, 260,000 edits, 105,000 letters, ms', 'cold-open', 'one'),
  single('20 cold openings at once, ms', 'cold-open', 'twenty'),
  single('1 MB of text, 50 editors come in, ms', 'large-text', 'all'),
  single('memory per open text of 20,000 letters, KiB', 'memory', 'perText'),
  single('memory after all have left, of that at the start', 'memory', 'afterwards'),
  single('the same, as Node counts what is in use', 'memory', 'usedAfterwards'),
  single('500 clients back after a restart, all synced, ms', 'reconnect', 'all'),
  lost('lost at `kill -9` (within 3 s of typing) of what others had seen, 20 writers, 5 kills', 'kill'),
  lost('the same with 400 writers, 3 kills', 'kill-crowd'),
  survived,
]
