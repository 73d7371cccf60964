import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { smtpMail } from '#src/runtime/mail.ts'

interface Received {
  to: string[]
  from: string
  raw: string
}

/** A mail server that takes everything. */
async function postOffice() {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let raw = ''
      stream.setEncoding('utf8').on('data', (piece: string) => {
        raw += piece
      })
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({ to: rcptTo.map(({ address }) => address), from: mailFrom ? mailFrom.address : '', raw })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  const mail = smtpMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Kreislauf <kreislauf@example.org>' })
  return { mail, received, close: () => new Promise<void>((resolve) => server.close(resolve)) }
}

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
