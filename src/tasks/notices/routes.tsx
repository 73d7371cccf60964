import { z } from 'zod'
import { taskMail } from '#views/tasks/task-mails.ts'
import { signedIn } from '../../identity/signed-in.ts'
import { paths } from '../../paths.ts'
import type { Settings } from '../../ports.ts'
import { answer } from '../../web/answer.ts'
import { form } from '../../web/form.ts'
import { wishTaskMails } from './mail-wish.ts'
import type { TaskLetter } from './sending.ts'

/** A reminder with its links. */
export const taskLetter =
  ({ publicUrl }: Pick<Settings, 'publicUrl'>): TaskLetter =>
  (facts) =>
    taskMail({ ...facts, href: publicUrl + paths.task(facts.group, facts.task), off: publicUrl + paths.myMails() })

const wish = z.object({ wanted: z.enum(['yes', 'no']) })

/** What concerns only myself: whether I am reminded of my tasks by mail. */
export const taskMailRoutes = signedIn.createApp().post('/me/task-mails', form(wish), async (c) => {
  const { person, ports, form: input } = c.var
  if (input.ok) await wishTaskMails(ports.db, person.id, input.value.wanted === 'yes')
  return answer(c, paths.myMails())
})
