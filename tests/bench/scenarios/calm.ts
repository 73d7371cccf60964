import { pause } from '../numbers.ts'
import type { Usage } from '../running/usage.ts'
import type { Around } from './scenario.ts'

const look = 150
const idle = 0.05
const patience = 4_000
/** Longer than a text stays open after its last reader. */
const linger = 2_200

/** Waits until the server has put away what has happened, so that it does not disturb the next one. */
export async function calm({
  stage: { server },
  subject,
  quick,
}: Pick<Around, 'stage' | 'subject' | 'quick'>): Promise<void> {
  if (quick) return
  if (subject.name === 'kreislauf') await pause(linger)
  const giveUp = performance.now() + patience
  // A server that is gone is calm.
  const cpu = () =>
    server.ask<Usage>('usage').then(
      (usage) => usage.cpu,
      () => 0,
    )
  for (let before = await cpu(); performance.now() < giveUp; ) {
    await pause(look)
    const now = await cpu()
    if ((now - before) / 1_000 < look * idle) return
    before = now
  }
}
