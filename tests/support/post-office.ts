import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { smtpMail } from '#src/runtime/mail.ts'

export interface Received {
  to: string[]
  from: string
  raw: string
}

interface Wishes {
  /** Refused for good. */
  unknown?: string[]
  /** Refused for now. */
  busy?: string[]
}

const refusal = (responseCode: number) => Object.assign(new Error('not here'), { responseCode })

/** A mail server that takes everything, if nothing else is wished. */
export async function postOffice({ unknown = [], busy = [] }: Wishes = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(unknown.includes(address) ? refusal(550) : busy.includes(address) ? refusal(451) : null),
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
  const url = `smtp://127.0.0.1:${port}`
  const mail = smtpMail({ smtpUrl: url, from: 'Kreislauf <kreislauf@example.org>' })
  return { url, mail, received, close: () => new Promise<void>((resolve) => server.close(resolve)) }
}
