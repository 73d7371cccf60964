import { TemplatesPage } from '#views/documents/templates-page.tsx'
import { texts } from '#views/documents/templates-texts.ts'
import { texts as documentTexts } from '#views/documents/texts.ts'
import { change } from '../../activity/model.ts'
import { isMember, placeOf } from '../../groups/actor.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { authorize, found } from '../../web/gate.ts'
import { findDocument } from '../model.ts'
import { maySetTemplates } from '../policy.ts'
import { type DocumentKind, documentKind } from '../schema.ts'
import { restore } from '../versions/restoring.ts'
import { contentBehind, ownTemplate, templateContent, templatesFor } from './model.ts'

const kindIn = (asked: string): DocumentKind => found(documentKind.enumValues.find((kind) => kind === asked))

/** What new texts begin with: the lead sets it for a group, the coordination for the whole alliance. */
export const templateRoutes = inGroup
  .createApp()
  .get('/templates', async (c) => {
    const { actor, ports, locale } = c.var
    authorize(isMember(actor))
    const facts = { templates: await templatesFor(ports.db, actor.group), may: { set: maySetTemplates(actor) } }
    return c.render(<TemplatesPage group={actor.group} {...facts} locale={locale} />, {
      title: texts[locale.lang].title,
      section: placeOf(actor),
    })
  })
  .post('/templates/:kind', async (c) => {
    const { actor, ports, locale } = c.var
    authorize(maySetTemplates(actor))
    const kind = kindIn(c.req.param('kind'))
    const title = texts[locale.lang].titleOf({ kind: documentTexts[locale.lang].kinds[kind] })
    const content = await templateContent(ports, actor.group, kind, locale.lang)
    const template = await change(ports, (tx, record) => ownTemplate(tx, record, actor, { kind, title, content }))
    return answer(c, paths.editDocument(actor.group, template))
  })
  .post('/templates/:kind/reset', async (c) => {
    const { actor, ports, locale } = c.var
    authorize(maySetTemplates(actor))
    const kind = kindIn(c.req.param('kind'))
    const { own } = found((await templatesFor(ports.db, actor.group)).find((one) => one.kind === kind))
    const paper = found(own && (await findDocument(ports.db, actor.group.id, own.id)))
    const content = await contentBehind(ports, actor.group, kind, locale.lang)
    await restore(ports, paper, actor, { content, number: null, reachedAt: null })
    return answer(c, paths.templates(actor.group))
  })
