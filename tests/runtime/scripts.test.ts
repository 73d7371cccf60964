import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { sources } from '#src/dev/build/freshness.ts'

const { scripts, engines } = JSON.parse(await readFile('package.json', 'utf8'))

test('a real server starts without building, since its account may not own the code', () => {
  expect(scripts.start).toBe('exec node src/kreislauf.mjs start')
  expect(scripts.prepare).toContain('npm run -s assets')
})

test('development watches everything from which the browser part is built, but for the packages', () => {
  const watched = [...scripts.dev.matchAll(/--watch-path=(\S+)/g)].map(([, path]) => path)
  const isWatched = (source: string) => watched.some((path) => `${source}/`.startsWith(`${path}/`))
  expect(sources.filter((source) => !isWatched(source))).toEqual(['package-lock.json'])
})

test('the Node that starts the pinned one is a supported one', () => {
  expect(engines).toEqual({ node: '>=20' })
})
