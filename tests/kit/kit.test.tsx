import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { icons } from '#src/web/icons.ts'
import type { Lang } from '#src/web/locale.ts'
import { looks, stateTexts } from '#views/kit/states.ts'
import { createStage } from '../layout/stage.tsx'

const { app } = createStage(new Date('2026-10-05T07:30:00Z'))
const pages = ['/kit', '/help', '/help/circle', '/imprint', '/privacy', '/things']
const both = pages.flatMap((page) => (['de', 'en'] as Lang[]).map((lang) => [page, lang] as const))

const open = async (page: string, lang: Lang) => (await app.request(`${page}?lang=${lang}`)).text()

test.each(both)('%s speaks its language (%s) and carries no style or code of its own', async (page, lang) => {
  const html = await open(page, lang)
  expect(html).toMatch(new RegExp(`^<!DOCTYPE html><html lang="${lang}">`))
  expect(html).not.toMatch(/ style=| on[a-z]+=|<script(?![^>]* src=)|hx-on|undefined|\[object/)
})

test.each(both)('ids on %s occur once (%s)', async (page, lang) => {
  const ids = [...(await open(page, lang)).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
})

test.each(both)('labels, hints and problems on %s lead to something that is there (%s)', async (page, lang) => {
  const html = await open(page, lang)
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
  const led = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]*)"/g)].flatMap(([, to = '']) =>
    to.split(' '),
  )
  expect(led.filter((id) => !ids.has(id))).toEqual([])
})

test('the English pages have left no German behind', async () => {
  const words = (await open('/kit', 'en')).replace(/<[^>]*>/g, ' ')
  expect(words).not.toMatch(/\b(und|nicht|heute|noch|Tage|überfällig|wählen)\b/)
})

test('every state has a word and a meaning in both languages', () => {
  expect(Object.keys(stateTexts.de).sort()).toEqual(Object.keys(looks).sort())
  expect(Object.keys(stateTexts.en).sort()).toEqual(Object.keys(looks).sort())
})

test('every symbol that a view draws is in the sprite', () => {
  const views = readdirSync('views', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'))
  const drawn = views.flatMap((path) => [
    ...readFileSync(join('views', path), 'utf8').matchAll(/<Icon name="([\w-]+)"/g),
  ])
  expect(drawn.map(([, name]) => name).filter((name) => !icons.some((icon) => icon === name))).toEqual([])
})
