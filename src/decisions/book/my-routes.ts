import { z } from 'zod'
import { signedIn } from '../../identity/signed-in.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { form } from '../../web/form.ts'
import { agreeToBeNamed } from './naming.ts'

const wish = z.object({ agreed: z.enum(['yes', 'no']) })

/** What concerns only myself: whether the annual book may name me. */
export const bookNameRoutes = signedIn.createApp().post('/me/book-name', form(wish), async (c) => {
  const { person, ports, form: input } = c.var
  if (input.ok) await agreeToBeNamed(ports.db, person.id, input.value.agreed === 'yes')
  return answer(c, paths.me())
})
