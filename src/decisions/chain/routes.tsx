import { VerifyPage } from '#views/decisions/verify-page.tsx'
import { texts } from '#views/decisions/verify-page-texts.ts'
import { groupsOf } from '../../groups/membership.ts'
import { signedIn } from '../../identity/signed-in.ts'
import { authorize } from '../../web/gate.ts'
import { mayReadDecisions } from '../policy.ts'
import { checkSheet } from './checking.ts'
import { type SheetQuery, sheetQuery } from './forms.ts'
import { latestHead } from './heads.ts'

/** What cannot be read is not looked for. */
const isReadable = ({ typed, number, kept }: SheetQuery) =>
  (typed.number === '' || number !== null) && (typed.sum === '' || kept !== null)

/** A member holds a sheet against the register. */
export const chainRoutes = signedIn.createApp().get('/decisions/check', async (c) => {
  const { ports, person, locale } = c.var
  authorize(mayReadDecisions(await groupsOf(ports.db, person.id)))
  const query = sheetQuery.parse(c.req.query())
  const sheet = { number: query.number ?? undefined, kept: query.kept ?? undefined }
  const checked = isReadable(query) ? await checkSheet(ports.db, sheet) : null
  const facts = { query, checked, head: await latestHead(ports.db), locale }
  return c.render(<VerifyPage {...facts} />, { title: texts[locale.lang].title, section: 'decisions' })
})
