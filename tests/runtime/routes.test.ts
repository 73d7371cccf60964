import { expect, test } from 'vitest'
import { listRoutes } from '#src/runtime/commands/routes.ts'
import { kreislauf } from '../support/process.ts'

test('every route is listed once, as an address that people can read, with who may use it', () => {
  const routes = listRoutes()
  const names = routes.map(({ method, path }) => `${method} ${path}`)
  expect(names).toContain('GET /healthz')
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => /[{}*]/.test(name))).toEqual([])
  expect(routes.filter(({ who }) => who === '?')).toEqual([])
})

test('the list comes as lines and as JSON', async () => {
  const [lines, json] = await Promise.all([kreislauf(['routes']).ended, kreislauf(['routes', '--json']).ended])
  const routes: unknown[] = JSON.parse(json.out)
  expect(lines.out.trimEnd().split('\n')).toHaveLength(routes.length)
  expect(lines.out).toMatch(/^GET +\/healthz +\S/m)
})
