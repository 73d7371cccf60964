import { expect, test } from 'vitest'
import { letter } from '#views/identity/letter.tsx'
import { signInMail } from '#views/identity/mails.ts'

const now = new Date('2026-10-05T07:00:00Z')
const href = 'https://kreislauf.example/sign-in/abc'

const mail = (name: string, lang: 'de' | 'en' = 'de') =>
  signInMail({ name, lang, href, until: new Date(now.getTime() + 600_000), now })

test('a mail says in text and in HTML the same, with the link as a button and in full', () => {
  const { subject, text, html } = mail('Gerd')
  expect(subject).toBe('Bis 9:10\u00A0Uhr: dein Anmeldelink')
  expect(text).toContain(`Anmelden:\n${href}`)
  expect(html).toMatch(/^<!doctype html><html lang="de">/)
  expect(html.match(new RegExp(`href="${href}"`, 'g'))).toHaveLength(2)
  expect(html).not.toMatch(/<img|<script|<link|http:/)
  for (const words of ['Hallo Gerd', 'Du bekommst diese Mail, weil']) {
    expect([text.includes(words), html.includes(words)]).toEqual([true, true])
  }
})

test('a hostile name stays a name', () => {
  const { html } = mail('<img src=x onerror=alert(1)>"')
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img')
})

test('a subject is one line and not without end (S-56)', () => {
  const hostile = `AG\r\nBcc: evil@example.com\u2028${'x'.repeat(500)}`
  const action = { label: 'Los', href }
  const { subject } = letter({ lang: 'de', subject: hostile, paragraphs: [], action, why: '' })
  expect(subject).not.toMatch(/[\r\n\u2028]/)
  expect(subject.length).toBeLessThanOrEqual(150)
})

test('English for whoever reads English', () => {
  expect(mail('Gerd', 'en').subject).toBe('Until 09:10: your sign-in link')
})
