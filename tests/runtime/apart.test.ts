import { expect, test } from 'vitest'
import { places, runApart } from '#src/runtime/apart.ts'

const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)
const limits = { milliseconds: 20_000, megabytes: 64 }

test('a thread that ends without a word has failed, and one that throws says where and not what', async () => {
  expect(await runApart(script('process.exit(3)'), null, limits)).toMatchObject({ ok: false, code: 'failed' })
  const ended = await runApart(script('throw new RangeError(["Wind", "rad"].join(""))'), null, limits)
  if (ended.ok || ended.code !== 'failed') throw new Error('did not fail')
  expect([ended.error.name, ended.error.message]).toEqual(['RangeError', ''])
  expect(ended.error.stack).not.toContain('Windrad')
})

test('a thread that needs more memory than there is for it has died of that', async () => {
  const hungry = script('const all = []; for (;;) all.push(new Array(1e5).fill(all.length))')
  expect(await runApart(hungry, null, limits)).toEqual({ ok: false, code: 'died' })
})

test('a place is free again when nothing of the job runs any more', async () => {
  const { enter, leave } = places(1)
  await enter()
  const endless = script('for (;;) {}')
  expect(await runApart(endless, null, { ...limits, milliseconds: 50 }, leave)).toMatchObject({ code: 'took_too_long' })
  await enter()
})
