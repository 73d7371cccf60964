import { expect, test } from 'vitest'
import { world } from '../support/world.ts'

test('behind https every answer says that there is nothing else (S-26)', async () => {
  const publicUrl = 'https://kreislauf.example'
  const w = await world({ settings: { publicUrl, origins: [publicUrl] } })
  const swantje = await w.as('swantje')
  for (const path of ['/', '/me', '/nowhere', '/healthz']) {
    expect((await swantje(path)).headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
  }
  const out = await swantje('/sign-out', { method: 'POST' })
  expect(out.headers.get('Set-Cookie')).toMatch(/^__Host-session=; .*Max-Age=0.*Secure/)
})
