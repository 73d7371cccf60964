import { MinorityPage } from '#views/decisions/minority-page.tsx'
import { texts } from '#views/decisions/minority-texts.ts'
import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { mayReadDeciding } from '../policy.ts'
import { findRound } from '../rounds/entries.ts'
import { minorityForm } from './forms.ts'
import { differingOf, minorityStatementsOf, stateMinority } from './minority.ts'
import { mayStateMinority } from './minority-policy.ts'

const oneStatement = `/rounds/:id{${uuid}}/minority-statement` as const

/** What somebody who sees it otherwise wants to stand beside the decision. */
export const minorityRoutes = inGroup
  .createApp()
  .get(oneStatement, async (c) => {
    const { actor, ports, locale } = c.var
    authorize(mayReadDeciding(actor))
    const { round } = found(await findRound(ports.db, actor.group.id, c.req.param('id')))
    const may = mayStateMinority(actor, await differingOf(ports.db, round, actor.person.id))
    const statements = await minorityStatementsOf(ports.db, round.id)
    const section = actor.group.kind === 'circle' ? 'circle' : 'groups'
    const page = <MinorityPage {...{ group: actor.group, round, statements, may, locale }} />
    return c.render(page, { title: texts[locale.lang].title, section })
  })
  .post(oneStatement, form(minorityForm), async (c) => {
    const { actor, ports, locale, form: input } = c.var
    authorize(mayReadDeciding(actor))
    const { round } = found(await findRound(ports.db, actor.group.id, c.req.param('id')))
    authorize(mayStateMinority(actor, await differingOf(ports.db, round, actor.person.id)))
    if (!input.ok) {
      const statements = await minorityStatementsOf(ports.db, round.id)
      const section = actor.group.kind === 'circle' ? 'circle' : 'groups'
      const page = <MinorityPage {...{ group: actor.group, round, statements, may: true, refused: input, locale }} />
      return refuse(c, page, { title: texts[locale.lang].title, section })
    }
    const { statement, travels } = input.value
    const minority = { authorId: actor.person.id, statement, travels: travels === 'on' }
    await change(ports, (tx, record) => stateMinority(tx, record, round, minority))
    return answer(c, paths.minorityStatement(actor.group, round))
  })
