import { expect, test } from 'vitest'
import { Undeliverable } from '#src/ports.ts'
import { postOffice } from '../support/post-office.ts'

const letter = { subject: 'Dein Anmeldelink für die AG\u00a0Energie', text: 'Grüße', html: '<p>Grüße</p>' }

const headerNames = (raw: string) =>
  (raw.split('\r\n\r\n')[0] ?? '')
    .split(/\r\n(?![ \t])/)
    .map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
    .sort()

test('a mail arrives with one recipient, both forms of its text, and a note that a machine wrote it', async () => {
  const { mail, received, close } = await postOffice()
  await mail.send({ to: 'henrike.talmann@example.org', ...letter })
  await close()
  expect(received).toMatchObject([{ to: ['henrike.talmann@example.org'], from: 'kreislauf@example.org' }])
  const raw = received[0]?.raw ?? ''
  expect(headerNames(raw)).toEqual([
    'auto-submitted',
    'content-type',
    'date',
    'from',
    'message-id',
    'mime-version',
    'subject',
    'to',
    'x-auto-response-suppress',
  ])
  expect(raw).toMatch(/^From: Kreislauf <kreislauf@example\.org>\r$/m)
  expect(raw).toMatch(/^To: henrike\.talmann@example\.org\r$/m)
  expect(raw).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(raw).toMatch(/^Content-Type: multipart\/alternative/m)
})

/** S-56 */
test.each([
  ['a line break in the address', { to: 'a@example.org\r\nBcc: all@example.org' }],
  ['two addresses', { to: 'a@example.org, b@example.org' }],
  ['a name around a second address', { to: '"b@example.org" <a@example.org>' }],
  ['a line break in the subject', { to: 'a@example.org', subject: 'Hallo\r\nBcc: all@example.org' }],
])('%s brings no further recipient and no further header', async (_what, hostile) => {
  const { mail, received, close } = await postOffice()
  await mail.send({ ...letter, ...hostile }).catch(() => undefined)
  await close()
  for (const { to, raw } of received) {
    expect(to).toHaveLength(1)
    expect(headerNames(raw)).not.toContain('bcc')
    expect(headerNames(raw)).not.toContain('cc')
  }
})

test('an address that the other server does not know is undeliverable for good; one that it cannot take now is not', async () => {
  const { mail, close } = await postOffice({ unknown: ['weg@example.org'], busy: ['voll@example.org'] })
  await expect(mail.send({ to: 'weg@example.org', ...letter })).rejects.toBeInstanceOf(Undeliverable)
  const later = await mail.send({ to: 'voll@example.org', ...letter }).catch((error: unknown) => error)
  expect(later).toBeInstanceOf(Error)
  expect(later).not.toBeInstanceOf(Undeliverable)
  await close()
})

test('what goes out again keeps its message id', async () => {
  const { mail, received, close } = await postOffice()
  for (const _twice of [1, 2]) await mail.send({ to: 'a@example.org', ...letter, id: 'result.42.7' })
  await close()
  for (const { raw } of received) expect(raw).toMatch(/^Message-ID: <result\.42\.7@example\.org>\r$/m)
})
