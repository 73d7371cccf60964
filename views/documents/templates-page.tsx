import type { TemplateEntry } from '#src/documents/templates/model.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { ago } from '../kit/dates.ts'
import { Dialog } from '../kit/dialog.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { texts } from './templates-texts.ts'
import { texts as documentTexts } from './texts.ts'

type Props = { group: Group; templates: TemplateEntry[]; may: { set: boolean }; locale: Locale }

/** What each kind of text begins with, and whose it is. */
export const TemplatesPage = (props: Props) => {
  const { group, templates, may, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <GroupHead
        group={group}
        locale={locale}
        tab="documents"
        title={t.title}
        lead={group.kind === 'circle' ? t.leadCircle : t.lead}
      />
      <Block id="templates" title={t.title} quiet narrow>
        <Rows first>
          {templates.map((template) => (
            <TemplateRow {...props} template={template} />
          ))}
        </Rows>
        {!may.set && <p class="soft">{t.who}</p>}
      </Block>
    </>
  )
}

const TemplateRow = (props: Props & { template: TemplateEntry }) => {
  const { group, template, may, locale } = props
  const t = texts[locale.lang]
  const { kind, from, own } = template
  const name = documentTexts[locale.lang].kinds[kind]
  return (
    <Row
      title={name}
      go={may.set && <Change {...props} />}
      href={own ? paths.document(group, own) : undefined}
      meta={
        <>
          {own && group.kind === 'circle' ? t.from.alliance : t.from[from]}
          {own && ` · ${t.changed({ when: ago(locale, own.editedAt) })}`}
        </>
      }
    />
  )
}

const Change = ({ group, template: { kind, own }, locale }: Props & { template: TemplateEntry }) => {
  const t = texts[locale.lang]
  const name = documentTexts[locale.lang].kinds[kind]
  if (!own)
    return (
      <ActionForm action={paths.template(group, kind)} id={`template-${kind}`} inline locale={locale}>
        <Button rank="second" icon="pencil" busy={t.making}>
          {group.kind === 'circle' ? t.makeCircle : t.make}
          <span class="vh">: {name}</span>
        </Button>
      </ActionForm>
    )
  return (
    <Actions>
      <LinkButton rank="second" icon="pencil" href={paths.editDocument(group, own)}>
        {t.edit}
        <span class="vh">: {name}</span>
      </LinkButton>
      <Reset {...{ group, kind, name, locale }} />
    </Actions>
  )
}

type ResetProps = Pick<Props, 'group' | 'locale'> & { kind: TemplateEntry['kind']; name: string }

const Reset = ({ group, kind, name, locale }: ResetProps) => {
  const t = texts[locale.lang]
  return (
    <Dialog id={`reset-${kind}`} label={t.reset} icon="rotate-ccw" rank="quiet" title={t.resetAsk({ kind: name })}>
      <p>{t.resetMeans}</p>
      <ActionForm action={paths.templateReset(group, kind)} id={`reset-form-${kind}`} locale={locale}>
        <Button icon="rotate-ccw" busy={t.resetting}>
          {t.reset}
        </Button>
        <Button rank="quiet" cancels>
          {t.cancel}
        </Button>
      </ActionForm>
    </Dialog>
  )
}
