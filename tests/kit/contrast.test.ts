import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Colour = [lightness: number, chroma: number, hue: number]
type Scheme = 'light' | 'dark'

const css = readFileSync('public/styles/tokens.css', 'utf8')
const oklch = String.raw`oklch\(\s*([\d.]+) ([\d.]+) ([\d.]+)\s*\)`
const pair = new RegExp(String.raw`--([\w-]+):\s*light-dark\(\s*${oklch},\s*${oklch}\s*\)`, 'g')

const tokens = new Map(
  [...css.matchAll(pair)].map(([, name = '', ...numbers]) => {
    const values = numbers.map(Number)
    return [name, { light: values.slice(0, 3) as Colour, dark: values.slice(3) as Colour }]
  }),
)

const within = (value: number) => Math.min(1, Math.max(0, value))

/** OKLCH to linear sRGB, clipped as a screen does. */
function linear([lightness, chroma, hue]: Colour): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    within(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    within(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    within(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(front: string, ground: string, scheme: Scheme): number {
  const found = [front, ground].map((name) => tokens.get(name)?.[scheme])
  const [darker = 0, lighter = 0] = found
    .map((colour) => (colour ? luminance(colour) : Number.NaN))
    .sort((p, q) => p - q)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['paper', 'sheet', 'sunk']
const words = ['ink', 'ink-soft', 'accent', 'accent-deep', 'late', 'care']
const six = [1, 2, 3, 4, 5, 6]

const readable = [
  ...grounds.flatMap((ground) => words.map((word) => [word, ground])),
  ...['accent', 'accent-deep'].map((ground) => ['on-accent', ground]),
  ...['ink', 'ink-soft', 'accent', 'accent-deep'].map((word) => [word, 'accent-soft']),
  ...['ink', 'late', 'accent'].map((word) => [word, 'late-soft']),
  ...['ink', 'ink-soft', 'care', 'accent'].map((word) => [word, 'care-soft']),
  ...['ink', 'accent'].map((word) => [word, 'marker']),
  ...six.map((who) => ['on-presence', `presence-${who}`]),
] as [string, string][]

const visible = [
  ...grounds.flatMap((ground) => ['line-strong', 'focus'].map((edge) => [edge, ground])),
  ...six.map((who) => [`presence-${who}`, 'sheet']),
  ['care', 'care-soft'],
  ['late', 'late-soft'],
  ['line-strong', 'care-soft'],
] as [string, string][]

const schemes: Scheme[] = ['light', 'dark']
const inBoth = (pairs: [string, string][]) => schemes.flatMap((scheme) => pairs.map((two) => [...two, scheme] as const))

test.each(inBoth(readable))('%s can be read on %s (%s)', (word, ground, scheme) => {
  expect(contrast(word, ground, scheme)).toBeGreaterThanOrEqual(4.5)
})

test.each(inBoth(visible))('%s can be told from %s (%s)', (edge, ground, scheme) => {
  expect(contrast(edge, ground, scheme)).toBeGreaterThanOrEqual(3)
})

test('raw colours stand in the tokens only', () => {
  const others = readdirSync('public/styles')
    .filter((name) => name !== 'tokens.css' && name !== 'print.css')
    .map((name) => `public/styles/${name}`)
  const raw = /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab|lch|color)\(/i
  expect(others.filter((file) => raw.test(readFileSync(file, 'utf8')))).toEqual([])
})
