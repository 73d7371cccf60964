import { expect, test } from 'vitest'
import { sampleWorld } from '../overview/sample-world.ts'

test('four hundred pages of different people in two languages at once never mix (S-27)', {
  timeout: 60_000,
}, async () => {
  const w = await sampleWorld()
  const people = ['swantje', 'henrike', 'tarek', 'bjarne', 'gerd', 'nele', 'ayla', 'kemal'] as const
  const readers = await Promise.all(
    people.map(async (key) => ({ browse: await w.as(key), name: (await w.person(key)).name })),
  )
  const names = readers.map(({ name }) => name)
  const ask = async (turn: number) => {
    const reader = readers[turn % readers.length]
    const lang = turn % 3 === 0 ? 'en' : 'de'
    const page = await reader?.browse('/me', { headers: { 'Accept-Language': lang } })
    return { wanted: { lang, name: reader?.name }, html: (await page?.text()) ?? '' }
  }
  const answers = await Promise.all(Array.from({ length: 400 }, (_, turn) => ask(turn)))
  for (const { wanted, html } of answers) {
    expect({ lang: html.match(/<html lang="(..)"/)?.[1], names: names.filter((name) => html.includes(name)) }).toEqual({
      lang: wanted.lang,
      names: [wanted.name],
    })
  }
})
