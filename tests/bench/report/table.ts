import { attackNames } from '../load/attacks.ts'
import type { SubjectName } from '../servers/subject.ts'
import { subjects } from '../servers/subjects.ts'
import { asTable, type Look, lookIn, type Report, shown } from './figures.ts'
import { pagesPart } from './pages.ts'
import { type Row, rows } from './rows.ts'
import { targetsIn } from './targets.ts'

export const machineLine = ({ machine, rounds }: Report): string =>
  [
    machine.date,
    `${machine.processor}, ${machine.cores} cores${machine.pinned ? ', server and load on one each' : ''}`,
    machine.memory,
    machine.system,
    `Node ${machine.node}`,
    `PostgreSQL ${machine.postgres}, fsync ${machine.fsync}`,
    `medians of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`,
  ].join('; ')

const peers: SubjectName[] = ['hocuspocus', 'y-websocket']

/** Ours as a multiple of each peer's: below one is less. */
const ratios = (row: Row, look: Look) =>
  peers.map((peer) => (row.ratio ? shown(row.ratio(look, 'kreislauf') / row.ratio(look, peer)) : '-'))

const wasMeasured = (row: Row, look: Look) => subjects.some(({ name }) => row.of(look, name) !== '-')

export function comparison(report: Report): string {
  const look = lookIn(report)
  const head = ['same run', ...subjects.map(({ title }) => title), 'ours / Hocuspocus', 'ours / y-websocket']
  const lines = rows
    .filter((row) => wasMeasured(row, look))
    .map((row) => [row.title, ...subjects.map(({ name }) => row.of(look, name)), ...ratios(row, look)])
  return lines.length > 0 ? asTable(head, lines) : ''
}

const judged = { true: 'met', false: '**missed**' }

export function judgement(report: Report): string {
  const targets = targetsIn(lookIn(report)).filter(({ met }) => met !== undefined)
  if (targets.length === 0) return ''
  return asTable(
    ['target', 'bar', 'found', ''],
    targets.map(({ what, bar, found, met }) => [what, bar, found, judged[`${met ?? false}`]]),
  )
}

function underAttack(report: Report): string {
  const look = lookIn(report)
  const kept = subjects.filter(({ name, keeps }) => keeps && Number.isFinite(look('hostile', name, 'peace')))
  if (kept.length === 0) return ''
  const cell = (name: string, subject: SubjectName) => {
    const of = (measure: string) => look('hostile', subject, `${name}: ${measure}`)
    return of('up') === 1 ? `${shown(of('p99'))} ms, ${shown(of('lost'))} lost` : 'down'
  }
  const peace = ['in peace', ...kept.map(({ name }) => `${shown(look('hostile', name, 'peace'))} ms`)]
  const lines = attackNames.map((name) => [name, ...kept.map((subject) => cell(name, subject.name))])
  return asTable(['somebody …: p99 of bystanders', ...kept.map(({ title }) => title)], [peace, ...lines])
}

function besides(report: Report): string {
  const look = lookIn(report)
  const pairs = [
    ['written in one process, read in another', 'across', 'p50', 'p99'],
    ['50 x 10 beside bare commits: ours', 'commits', 'p50', 'p99'],
    ['the bare commits of one row', 'commits', 'bareP50', 'bareP99'],
  ] as const
  const found = pairs.filter(([, scenario]) => Number.isFinite(look(scenario, 'kreislauf', 'p50')))
  const lines = found.map(([title, scenario, ...measures]) => [
    title,
    ...measures.map((measure) => shown(look(scenario, 'kreislauf', measure))),
  ])
  return found.length === 0 ? '' : asTable(['Kreislauf alone', 'p50, ms', 'p99, ms'], lines)
}

function inBrowser(report: Report): string {
  const look = (measure: string) => lookIn(report)('opening', 'kreislauf', measure)
  const cells = ['readable', 'editable', 'key', 'slowKey'].map((measure) => shown(look(measure)))
  const head = ['100 pages in Chromium, ms', 'readable', 'editable', 'per key, p50', 'per key, p95']
  return Number.isFinite(look('readable')) ? asTable(head, [['from the request on', ...cells]]) : ''
}

export const wholeTable = (report: Report): string =>
  [
    machineLine(report),
    comparison(report),
    besides(report),
    inBrowser(report),
    pagesPart(report),
    underAttack(report),
    judgement(report),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
