import { z } from 'zod'
import { signedIn } from '../../identity/signed-in.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { form } from '../../web/form.ts'
import { wishMentionMails } from './mail-wish.ts'

const wish = z.object({ wanted: z.enum(['yes', 'no']) })

/** What concerns only myself: whether I am written to when somebody calls me. */
export const mentionMailRoutes = signedIn.createApp().post('/me/mention-mails', form(wish), async (c) => {
  const { person, ports, form: input } = c.var
  if (input.ok) await wishMentionMails(ports.db, person.id, input.value.wanted === 'yes')
  return answer(c, paths.myMails())
})
