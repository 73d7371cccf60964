import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { parseAst } from 'vitest/node'

const views = (await readdir('views', { recursive: true })).map((path) => join('views', path)).sort()
const ofPages = views.filter((path) => path.endsWith('.tsx'))

interface Node {
  type: string
  name?: Node | string
  value?: unknown
  children?: Node[]
  expression?: Node
  consequent?: Node
  alternate?: Node
  right?: Node
  quasis?: { value: { cooked: string } }[]
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

function* nodesIn(node: Node): Generator<Node> {
  yield node
  for (const part of Object.values(node).flat()) if (isNode(part)) yield* nodesIn(part)
}

const isWord = (text: unknown): text is string => typeof text === 'string' && /\p{L}{2}/u.test(text)

/** What stands in the source itself, whether bare, in braces, behind a condition or with values between. */
function saidBy(node: Node | undefined): string[] {
  if (node?.type === 'JSXText' || node?.type === 'Literal') return isWord(node.value) ? [node.value.trim()] : []
  if (node?.type === 'JSXExpressionContainer') return saidBy(node.expression)
  if (node?.type === 'ConditionalExpression') return [...saidBy(node.consequent), ...saidBy(node.alternate)]
  if (node?.type === 'LogicalExpression') return saidBy(node.right)
  return (node?.quasis ?? []).map(({ value }) => value.cooked).filter(isWord)
}

const visible = [
  'title',
  'label',
  'aria-label',
  'placeholder',
  'alt',
  'aria-description',
  'hint',
  'lead',
  'why',
  'text',
]

const nameOf = ({ name }: Node) => (isNode(name) ? name.name : name)

const wordsIn = (node: Node): string[] => {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return (node.children ?? []).flatMap(saidBy)
  const isVisible = node.type === 'JSXAttribute' && visible.includes(String(nameOf(node)))
  return isVisible && isNode(node.value) ? saidBy(node.value) : []
}

/** Said the same in every language. */
const names = ['AG&nbsp;Energie', 'AG&nbsp;Mobilität', 'Bürgerenergie Larn eG']

const withoutNames = (sentence: string) => names.reduce((rest, name) => rest.replaceAll(name, ''), sentence)

test('every word that somebody reads comes out of the texts', async () => {
  const found = await Promise.all(
    ofPages.map(async (path) => {
      const tree = parseAst(await readFile(path, 'utf8'), { lang: 'tsx' }) as unknown as Node
      return [...nodesIn(tree)].flatMap(wordsIn).map((word) => `${path}: ${word}`)
    }),
  )
  expect(found.flat().filter((line) => !names.some((name) => line.endsWith(`: ${name}`)))).toEqual([])
})

type Said = string | ((facts: unknown) => unknown) | readonly Said[] | { [key: string]: Said }

const bothLanguages = (value: unknown): value is Record<'de' | 'en', Said> =>
  typeof value === 'object' && value !== null && 'de' in value && 'en' in value

async function catalogueIn(path: string) {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(path).href)
  return Object.values(exported)
    .filter(bothLanguages)
    .map((texts) => ({ path, ...texts }))
}

const catalogues = (await Promise.all(views.filter((path) => path.endsWith('texts.ts')).map(catalogueIn))).flat()

/** Whatever a sentence asks for is there: as a number, a word, a day or a list. */
const facts = (fact: unknown): unknown => new Proxy({}, { get: () => fact })

const samples = [1, 2, 0, 'Eva', '2026-10-13', true, false, null, ['Eva', 'Tarek'], new Date('2026-10-13T10:00:00Z')]

function told(say: (facts: unknown) => unknown): string[] {
  return samples.flatMap((sample) =>
    [facts(sample), sample].flatMap((given) => {
      try {
        return sentences(say(given) as Said).flatMap(([, all]) => all)
      } catch {
        return []
      }
    }),
  )
}

/** Key by key, what can be said there. */
function sentences(said: Said | null | undefined, key = ''): [key: string, sentences: string[]][] {
  if (said === null || said === undefined) return []
  if (typeof said === 'string') return [[key, [said]]]
  if (typeof said === 'function') return [[key, told(said)]]
  return Object.entries(said).flatMap(([name, part]) => sentences(part, `${key}.${name}`))
}

test('both languages say the same things, and each says something', () => {
  expect(catalogues.length).toBeGreaterThan(20)
  for (const { path, de, en } of catalogues) {
    const [german, english] = [sentences(de), sentences(en)]
    expect([path, english.map(([key]) => key)]).toEqual([path, german.map(([key]) => key)])
    const silent = [...german, ...english].filter(([, all]) => !all.some((one) => one.trim() !== ''))
    expect([path, silent.map(([key]) => key)]).toEqual([path, []])
  }
})

test('no German is left in the English sentences', () => {
  const left = catalogues.flatMap(({ path, en }) =>
    sentences(en).flatMap(([key, all]) =>
      all.filter((one) => /[äöüßÄÖÜ„]/.test(withoutNames(one))).map((one) => `${path}${key}: ${one}`),
    ),
  )
  expect([...new Set(left)]).toEqual([])
})

test('sentences are plain: nobody is shouted at, nothing is easy', () => {
  const loud = catalogues.flatMap(({ path, de, en }) =>
    [...sentences(de), ...sentences(en)].flatMap(([key, all]) =>
      all.filter((one) => /!|\beinfach\b/.test(one)).map((one) => `${path}${key}: ${one}`),
    ),
  )
  expect([...new Set(loud)]).toEqual([])
})

const units =
  'Uhr|Min\\.|min|Minuten?|Stunden?|Tage?n?|Wochen?|Monate?n?|Jahre?n?|minutes?|hours?|days?|weeks?|months?|kB|MB'
const months = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|October'
const breakable = new RegExp(`(?<![\\w-])\\d+(?: (?:${units})|\\.? (?:${months}))(?![\\w-])`)

test('no line breaks between a number and its unit, or a day and its month', () => {
  const broken = catalogues.flatMap(({ path, de, en }) =>
    [...sentences(de), ...sentences(en)].flatMap(([key, all]) =>
      all.filter((one) => breakable.test(one)).map((one) => `${path}${key}: ${one}`),
    ),
  )
  expect([...new Set(broken)]).toEqual([])
})
