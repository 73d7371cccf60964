import { asTable, lookIn, type Report, shown } from './figures.ts'

const bar = 100

/** How many kinds of pages stay under the bar, and the slowest ones by name. */
export function pagesPart(report: Report): string {
  const [measures] = report.results.pages?.kreislauf ?? []
  if (!measures) return ''
  const look = lookIn(report)
  const all = Object.keys(measures)
    .map((name) => ({ name, p95: look('pages', 'kreislauf', name) }))
    .sort((a, b) => b.p95 - a.p95)
  const within = all.filter(({ p95 }) => p95 < bar).length
  const head = ['Pages of a large alliance: p95 on the server, ms', `${within} of ${all.length} under ${bar}`]
  return asTable(
    head,
    all.slice(0, 12).map(({ name, p95 }) => [`\`${name}\``, shown(p95)]),
  )
}
