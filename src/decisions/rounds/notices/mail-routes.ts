import { z } from 'zod'
import { signedIn } from '../../../identity/signed-in.ts'
import { paths } from '../../../paths.ts'
import { answer } from '../../../web/answer.ts'
import { form } from '../../../web/form.ts'
import { wishRoundMails } from './mail-wish.ts'

const wish = z.object({ wanted: z.enum(['yes', 'no']) })

/** What concerns only myself: whether I am written to about rounds. */
export const roundMailRoutes = signedIn.createApp().post('/me/round-mails', form(wish), async (c) => {
  const { person, ports, form: input } = c.var
  if (input.ok) await wishRoundMails(ports.db, person.id, input.value.wanted === 'yes')
  return answer(c, paths.myMails())
})
