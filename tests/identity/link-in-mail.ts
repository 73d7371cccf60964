import { expect, vi } from 'vitest'
import type { SentMail } from '#src/ports.ts'
import type { World } from '../support/world.ts'

/** Waits for mail to somebody: it is sent after the answer. */
export async function mailTo(w: World, address: string, count = 1): Promise<SentMail> {
  await vi.waitFor(() => expect(w.mails().filter(({ to }) => to === address).length).toBeGreaterThanOrEqual(count))
  return w.mails().find(({ to }) => to === address) as SentMail
}

/** The path of the one link in a mail. */
export function linkIn(w: World, mail: SentMail): string {
  const address = mail.text.split('\n').find((line) => line.startsWith(`${w.settings.publicUrl}/`)) ?? ''
  return address.slice(w.settings.publicUrl.length)
}
