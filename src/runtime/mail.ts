import { createTransport } from 'nodemailer'
import { type Mail, type MailMessage, type SentMail, Undeliverable } from '../ports.ts'

export interface MailSettings {
  smtpUrl: string
  from: string
}

/** One recipient per mail, and nothing that a machine should answer. */
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** The other server has named this address as wrong, for good. */
const isRefusedForGood = (error: unknown) =>
  error instanceof Error &&
  'responseCode' in error &&
  Number(error.responseCode) >= 500 &&
  'command' in error &&
  error.command === 'RCPT TO'

const domainOf = (from: string) => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'

const addressIn = (from: string) => /<([^>]+)>/.exec(from)?.[1] ?? from

/** Calendar programs read it in the mail itself; others offer it as a file. */
const forCalendars = (ical?: MailMessage['ical']) =>
  ical ? { icalEvent: { method: ical.method, content: ical.file, filename: 'calendar.ics' } } : {}

export function smtpMail({ smtpUrl, from }: MailSettings): Mail {
  const transport = createTransport({ url: smtpUrl, ...patience }, { from, headers: automatic })
  const named = (id?: string) => (id ? { messageId: `<${id}@${domainOf(from)}>` } : {})
  return {
    from: addressIn(from),
    send: async ({ to, subject, text, html, id, ical }) => {
      const message = { to: { name: '', address: to }, subject, text, html, ...named(id), ...forCalendars(ical) }
      await transport.sendMail(message).catch((error: unknown) => {
        throw isRefusedForGood(error) ? new Undeliverable('No such mailbox', { cause: error }) : error
      })
    },
  }
}

/** Nothing leaves the house: the demo shows these on a page, tests read them. */
export function keptMail(limit = 200): Mail & { kept: () => readonly SentMail[] } {
  const sent: SentMail[] = []
  return {
    send: async (message) => {
      sent.unshift({ ...message, sentAt: new Date() })
      sent.length = Math.min(sent.length, limit)
    },
    kept: () => sent,
  }
}

/**
 * Production without a mail server: sign-in links come from the operator (`kreislauf sign-in`), and whoever invites
 * hands the link over.
 */
export const noMail = (): Mail => ({ none: true, send: async () => undefined })
