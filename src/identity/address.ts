import { z } from 'zod'

/** The one parser of mail addresses: one recipient, ASCII, nothing that could leave a header line. */
export const address = () =>
  z
    .string('missing')
    .trim()
    .toLowerCase()
    .min(1, { error: 'missing', abort: true })
    .max(254, { error: 'not_an_address', abort: true })
    .pipe(z.email('not_an_address'))

/** "henrike.talmann@example.org" → "Henrike Talmann", until the person says otherwise. */
export const nameFrom = (email: string): string =>
  (email.split('@')[0] ?? '')
    .split(/[._+]+/)
    .filter(Boolean)
    .map((word) => word.replace(/(^|-)\p{L}/gu, (first) => first.toUpperCase()))
    .join(' ')
