import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

/** From the ground up; a folder may import what stands on a lower floor. */
const floors = [
  ['ports.ts', 'paths.ts', 'route-rights.ts', 'web', 'db'],
  ['identity'],
  ['groups'],
  ['activity'],
  ['documents', 'tasks'],
  ['decisions'],
  ['referrals', 'calendar', 'reports'],
  ['meetings'],
  ['trail', 'similar'],
  ['handovers'],
  ['overview'],
  ['app.tsx'],
  ['runtime'],
  ['dev'],
  ['server.ts', 'worker.ts'],
  ['kreislauf.mjs'],
]

const edge = ['runtime', 'dev', 'server.ts', 'worker.ts', 'kreislauf.mjs']

const listed = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

const files = (await Promise.all(['src', 'views'].map(listed))).flat().sort()
const tests = await listed('tests')
const textOf = new Map(
  await Promise.all([...files, ...tests].map(async (file) => [file, await readFile(file, 'utf8')] as const)),
)

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const resolved = (from: string, specifier: string) =>
  specifier.startsWith('#')
    ? specifier.slice(1)
    : specifier.startsWith('.')
      ? normalize(join(dirname(from), specifier))
      : specifier

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'"`;]*?\sfrom\s+)?['"]([^'"\n]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

const onlyTypes = (clause: string | undefined) => {
  const names = clause?.match(/^\s*\{([^}]*)\}/)?.[1]
  return names?.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim())) ?? false
}

const imports: Import[] = files.flatMap((from) =>
  [...(textOf.get(from) ?? '').matchAll(statement)].map((match) => ({
    from,
    to: resolved(from, match[3] ?? match[4] ?? ''),
    typeOnly: Boolean(match[1]) || onlyTypes(match[2]),
  })),
)

const place = (file: string) => file.split('/')[1] ?? ''
const floorOf = (file: string) => floors.findIndex((floor) => floor.includes(place(file)))
const inSrc = (file: string) => file.startsWith('src/')
const inViews = (file: string) => file.startsWith('views/')
const named = (all: Import[]) => all.map(({ from, to }) => `${from} -> ${to}`)

test('every folder below src has its floor', () => {
  expect(files.filter((file) => inSrc(file) && floorOf(file) < 0)).toEqual([])
})

test('imports point downwards', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      inSrc(from) &&
      inSrc(to) &&
      place(from) !== place(to) &&
      (floorOf(to) > floorOf(from) || (floorOf(to) === floorOf(from) && floorOf(from) > 0)),
  )
  expect(named(wrong)).toEqual([])
})

/** The URLs, the schema of a text, the order of rows and where a passage is found again, which the editor and the server must share. */
const sharedWithViews = [
  'src/paths.ts',
  'src/documents/markup.ts',
  'src/documents/comparisons/order.ts',
  'src/documents/comments/finding.ts',
  'src/documents/comments/editor-line.ts',
  'src/documents/conversion/notes.ts',
  'src/documents/conversion/task-lists.ts',
]

test('views take only types from src, except what both must share', () => {
  const wrong = imports.filter(
    ({ from, to, typeOnly }) => inViews(from) && inSrc(to) && !typeOnly && !sharedWithViews.includes(to),
  )
  expect(named(wrong)).toEqual([])
})

test('only routes, what they show, the app and the edge import views', () => {
  const allowed = (file: string) =>
    /^(routes|showing)\.tsx$|-routes\.tsx$|^app\.tsx$/.test(basename(file)) || edge.includes(place(file))
  const wrong = imports.filter(({ from, to, typeOnly }) => inSrc(from) && inViews(to) && !typeOnly && !allowed(from))
  expect(named(wrong)).toEqual([])
})

test('only the edge knows a platform', () => {
  const platform = /^(node:|cloudflare:|postgres$|ws$|nodemailer$|@hono\/node-server)/
  const wrong = imports.filter(
    ({ from, to, typeOnly }) => platform.test(to) && !typeOnly && !edge.includes(place(from)),
  )
  expect(named(wrong)).toEqual([])
})

test('only identity knows lucia', () => {
  expect(named(imports.filter(({ from, to }) => /lucia/.test(to) && place(from) !== 'identity'))).toEqual([])
})

test('names explain themselves', () => {
  const wrong = files.filter((file) => {
    const name = basename(file).replace(/(\.client)?\.(tsx?|mjs)$/, '')
    const forbidden = /^(utils?|helpers?|common|misc|types|index|manager|service)$/
    return forbidden.test(name) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
  })
  expect(wrong).toEqual([])
})

test('no source or view file is longer than 250 lines', () => {
  const long = files.filter((file) => (textOf.get(file) ?? '').split('\n').length > 251)
  expect(long).toEqual([])
})

test.each([
  [
    'markup that the browser would refuse or that carries code',
    /\bhx-on\b|\bstyle=\{|\bstyle="|\bon[A-Z][a-z]+=\{|dangerouslySetInnerHTML|hx-vals=['"{`]*js:/,
    inViews,
  ],
  ['SQL from strings', /\bsql\.(raw|identifier)\b/, inSrc],
  ['types that are switched off', /\bas any\b|@ts-(ignore|nocheck|expect-error)/, () => true],
  ['raw HTML', /\braw\(/, () => true],
  ['what was left for later', /\b(TODO|FIXME|XXX|HACK)\b/, () => true],
] as [string, RegExp, (file: string) => boolean][])('there is none of: %s', (_what, pattern, concerns) => {
  expect(files.filter((file) => concerns(file) && pattern.test(textOf.get(file) ?? ''))).toEqual([])
})

test('no test is skipped, alone or expected to fail', () => {
  const banned = new RegExp(
    ['skip', 'only', 'todo', 'fails', 'skipIf'].map((word) => `\\b(it|test|describe)\\.${word}\\b`).join('|'),
  )
  expect(tests.filter((file) => banned.test(textOf.get(file) ?? ''))).toEqual([])
})

test('the migrations say what the schemas say', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kreislauf-migrations-'))
  await cp('migrations', folder, { recursive: true })
  const config = [
    '--dialect',
    'postgresql',
    '--casing',
    'snake_case',
    '--schema',
    './src/**/schema.ts',
    '--out',
    folder,
  ]
  await run('npx', ['drizzle-kit', 'generate', ...config])
  const [before, after] = await Promise.all([readdir('migrations'), readdir(folder)])
  await rm(folder, { recursive: true })
  expect(after.sort()).toEqual(before.sort())
})

test('migrations are in the order in which they were made', async () => {
  const journal = JSON.parse(await readFile('migrations/meta/_journal.json', 'utf8')) as { entries: { when: number }[] }
  const times = journal.entries.map(({ when }) => when)
  expect(times).toEqual([...times].sort((a, b) => a - b))
})
