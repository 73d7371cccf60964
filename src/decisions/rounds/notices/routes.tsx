import { z } from 'zod'
import { roundMail } from '#views/decisions/round-mails.ts'
import { signedIn } from '../../../identity/signed-in.ts'
import { paths } from '../../../paths.ts'
import type { Settings } from '../../../ports.ts'
import { answer } from '../../../web/answer.ts'
import { form } from '../../../web/form.ts'
import { latestHead } from '../../chain/heads.ts'
import { wishRoundMails } from './mail-wish.ts'
import type { RoundLetter } from './sending.ts'

/** What a mail about a round says, in the language of whoever gets it; a result also says where the register stands. */
export const roundLetter =
  ({ publicUrl }: Pick<Settings, 'publicUrl'>): RoundLetter =>
  async (tx, facts) => {
    const { entry, group, kind } = facts
    const head = kind === 'result' ? ((await latestHead(tx))?.short ?? null) : null
    const to = entry.cited ? paths.decision(entry.cited) : paths.round(group, entry.round)
    return roundMail({ ...facts, head, href: publicUrl + to, off: publicUrl + paths.myMails() })
  }

const wish = z.object({ wanted: z.enum(['yes', 'no']) })

/** What concerns only myself: whether I am written to about rounds. */
export const roundMailRoutes = signedIn.createApp().post('/me/round-mails', form(wish), async (c) => {
  const { person, ports, form: input } = c.var
  if (input.ok) await wishRoundMails(ports.db, person.id, input.value.wanted === 'yes')
  return answer(c, paths.myMails())
})
