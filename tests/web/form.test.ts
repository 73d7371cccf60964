import { beforeAll, expect, test } from 'vitest'
import { day } from '#src/web/form.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

test.each(['multipart/form-data', 'multipart/form-data; boundary=abc'])(
  'a broken body of %s is refused',
  async (type) => {
    const swantje = await w.as('swantje')
    const broken = { body: 'x', headers: { 'Content-Type': type } }
    for (const [browser, path] of [
      [swantje, '/groups/en/tasks'],
      [w.anonymous, '/sign-in'],
    ] as const) {
      const answer = await browser(path, broken)
      expect([path, answer.status]).toEqual([path, 400])
      expect(await answer.text()).toContain('Das haben wir nicht verstanden')
    }
  },
)

test.each(['0000-01-01', '0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '2026-02-30', 'bald'])(
  '%s is no day that can be reckoned with',
  (typed) => {
    const { error } = day().safeParse(typed)
    expect(error?.issues.map(({ message }) => message)).toEqual(['not_a_day'])
  },
)

test.each(['1900-01-01', '2026-02-28', '2199-12-31'])('%s is one', (typed) => {
  expect(day().safeParse(typed).success).toBe(true)
})

test.each(['9.10.2026', '09.10.2026', ' 9. 10. 2026', '09/10/2026'])('%s is read as people write it', (typed) => {
  expect(day().safeParse(typed).data).toBe('2026-10-09')
})

test('no day of another calendar slips through like that', () => {
  for (const typed of ['31.2.2026', '13/13/2026', '9.10.26', '1.1.1899'])
    expect(day().safeParse(typed).success).toBe(false)
})
