import { attackNames } from '../load/attacks.ts'
import { type Look, shown } from './figures.ts'

export interface Target {
  what: string
  bar: string
  found: string
  /** Unknown where it was not measured. */
  met: boolean | undefined
}

const known = (value: number, met: boolean) => (Number.isFinite(value) ? met : undefined)

const atMost = (what: string, value: number, bar: number, unit = ''): Target => ({
  what,
  bar: `at most ${shown(bar)}${unit}`,
  found: `${shown(value)}${unit}`,
  met: known(value, value <= bar),
})

const atLeast = (what: string, value: number, bar: number, unit = ''): Target => ({
  what,
  bar: `at least ${shown(bar)}${unit}`,
  found: `${shown(value)}${unit}`,
  met: known(value, value >= bar),
})

const faster = (one: number, other: number) => (Number.isFinite(other) ? Math.min(one, other) : one)

function latencies(look: Look): Target[] {
  const added = (scenario: string) => look(scenario, 'kreislauf', 'p50') - look(scenario, 'hocuspocus', 'p50')
  const acrossAdded = look('across', 'kreislauf', 'p50') - look('20x5', 'hocuspocus', 'p50')
  const bar = look('commits', 'kreislauf', 'bareP99') * 1.2 + 10
  return [
    atMost('added p50 over Hocuspocus, 50x10', added('50x10'), 5, ' ms'),
    atMost('added p50 over Hocuspocus, 20x5', added('20x5'), 5, ' ms'),
    atMost('added p50 over Hocuspocus, 1x100', added('1x100'), 5, ' ms'),
    atMost('added p50 across two processes', acrossAdded, 15, ' ms'),
    atMost(
      'p99 beside a bare commit (1.2 x its p99 + 10 ms)',
      look('commits', 'kreislauf', 'p99'),
      Math.min(bar, 200),
      ' ms',
    ),
  ]
}

function processorTime(look: Look): Target[] {
  const share = (scenario: string) => look(scenario, 'kreislauf', 'cpu') / look(scenario, 'hocuspocus', 'cpu')
  const bars: [string, number][] = [
    ['50x10', 0.8],
    ['1x100', 0.8],
    ['20x5', 1.1],
    ['50x10-cursors', 0.65],
  ]
  return bars.map(([scenario, bar]) =>
    atMost(`CPU per delivery beside Hocuspocus, ${scenario}`, share(scenario), bar, ' x'),
  )
}

function sizes(look: Look): Target[] {
  const beside = (scenario: string, measure: string) =>
    look(scenario, 'kreislauf', measure) / look(scenario, 'hocuspocus', measure)
  return [
    atLeast('active writers beside Hocuspocus', beside('capacity', 'writers'), 1, ' x'),
    atLeast('active writers beside Hocuspocus, second step', beside('capacity', 'writers'), 1.3, ' x'),
    atMost('cold open beside Hocuspocus', beside('cold-open', 'one'), 0.25, ' x'),
    atMost('memory per open text beside Hocuspocus', beside('memory', 'perText'), 0.3, ' x'),
    atMost('memory after all have left, of that at the start', look('memory', 'kreislauf', 'afterwards'), 1.1, ' x'),
  ]
}

function returning(look: Look): Target[] {
  const [ours, theirs, others] = (['kreislauf', 'hocuspocus', 'y-websocket'] as const).map((name) =>
    look('reconnect', name, 'all'),
  ) as [number, number, number]
  return [
    atMost('500 clients back, beside the faster peer', ours / faster(theirs, others), 1, ' x'),
    atMost('500 clients back, all synced', ours, 5_000, ' ms'),
    atMost('1 MB of text, 50 editors', look('large-text', 'kreislauf', 'all'), 1_500, ' ms'),
  ]
}

const opening = (look: Look): Target[] => [
  atMost('100 pages in Chromium: readable', look('opening', 'kreislauf', 'readable'), 1_000, ' ms'),
  atMost('100 pages in Chromium: editable', look('opening', 'kreislauf', 'editable'), 2_000, ' ms'),
]

function safety(look: Look): Target[] {
  const harm = (measure: string) => attackNames.map((name) => look('hostile', 'kreislauf', `${name}: ${measure}`))
  const worst = Math.max(...harm('p99')) / look('hostile', 'kreislauf', 'peace')
  return [
    atMost('lost at kill -9, of what others had seen', look('kill', 'kreislauf', 'lost'), 0),
    atMost('damaged at kill -9', look('kill', 'kreislauf', 'damaged'), 0),
    atLeast(
      'attacks that the server survives',
      harm('up').reduce((sum, up) => sum + up, 0),
      attackNames.length,
    ),
    atMost(
      'words of bystanders lost under attack',
      harm('lost').reduce((sum, lost) => sum + lost, 0),
      0,
    ),
    atMost('p99 of bystanders under the worst attack', worst, 2, ' x'),
  ]
}

/** What this server wants to reach, each measured in the same run as what it is compared with. */
export const targetsIn = (look: Look): Target[] => [
  ...safety(look),
  ...latencies(look),
  ...processorTime(look),
  ...sizes(look),
  ...returning(look),
  ...opening(look),
]
