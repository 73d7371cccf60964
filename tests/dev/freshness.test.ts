import { expect, test } from 'vitest'
import { isFresh } from '#src/dev/build/freshness.ts'

test('whether the build is up to date can be told', async () => {
  expect(await isFresh()).toBeTypeOf('boolean')
})
