import type { DocumentKind } from '#src/documents/schema.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { ChoiceCards } from '../kit/choices.tsx'
import { day } from '../kit/dates.ts'
import { AreaField, FileField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Actions, Block, Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { SimilarWhileTyping } from '../similar/while-typing.tsx'
import { texts as beginning } from './beginning-texts.ts'
import { texts } from './texts.ts'

const kinds = [
  'position',
  'statement',
  'event_concept',
  'minutes',
  'invitation',
  'comparison',
] as const satisfies readonly DocumentKind[]

const starts = ['template', 'blank', 'file', 'pasted'] as const

const megabytesOf = (file: unknown) => (file instanceof File ? Math.ceil(file.size / 1024 / 1024) : 0)

type Props = { group: Group; refused?: Refused | null; locale: Locale }

/** Kind, title and start: everything that a new text needs. */
export const NewDocumentPage = ({ group, refused, locale }: Props) => {
  const t = beginning[locale.lang]
  const problems = { ...texts[locale.lang].problems, ...t.problems({ megabytes: megabytesOf(refused?.typed.file) }) }
  const form: FormState = { id: 'new-document', locale, refused, problems }
  return (
    <>
      <GroupHead group={group} locale={locale} tab="documents" title={t.newTitle} lead={t.newLead} />
      <Column>
        {!refused && <AtOnce group={group} locale={locale} />}
        <Block id="by-hand" title={t.byHand} narrow>
          <ActionForm action={paths.documents(group)} form={form} locale={locale} files>
            <Kinds form={form} />
            <TextField form={form} name="title" label={t.title} hint={t.titleHint} max={200} />
            <SimilarWhileTyping form={form} group={group} />
            <Starts form={form} />
            <Actions>
              <Button busy={t.creating}>{t.create}</Button>
              <LinkButton rank="quiet" href={paths.documents(group)}>
                {t.cancel}
              </LinkButton>
            </Actions>
          </ActionForm>
        </Block>
      </Column>
    </>
  )
}

/** What most texts begin with: one click, and one writes. */
const AtOnce = ({ group, locale }: Omit<Props, 'refused'>) => {
  const t = beginning[locale.lang]
  return (
    <Block id="at-once" title={t.atOnce} link={<a href={paths.templates(group)}>{t.templates}</a>} narrow>
      <p class="soft">{t.atOnceMeans}</p>
      <Actions>
        {kinds.map((kind) => (
          <ActionForm action={paths.documents(group)} id={`begin-${kind}`} inline locale={locale}>
            <input type="hidden" name="start" value="quick" />
            <Button rank="second" name="kind" value={kind} icon="plus" busy={t.creating}>
              {texts[locale.lang].kinds[kind]}
            </Button>
          </ActionForm>
        ))}
      </Actions>
    </Block>
  )
}

/** "Protokoll, 22. November": until somebody gives it a title. */
export const untitled = (locale: Locale, kind: DocumentKind): string =>
  `${texts[locale.lang].kinds[kind]}, ${day(locale, locale.now)}`

const Kinds = ({ form }: { form: FormState }) => {
  const t = beginning[form.locale.lang]
  const names = texts[form.locale.lang].kinds
  const choices = kinds.map((kind) => ({ value: kind, title: names[kind], text: t.kindMeans[kind] }))
  return <ChoiceCards {...{ form, choices }} name="kind" legend={t.whichKind} hint={t.kindHint} value="position" />
}

const Starts = ({ form }: { form: FormState }) => {
  const t = beginning[form.locale.lang]
  const more = {
    file: (
      <FileField
        form={form}
        name="file"
        label={t.file}
        hint={t.fileHint}
        accept=".docx,.odt,.md,.markdown,.txt,.html,.htm"
      />
    ),
    pasted: <AreaField form={form} name="pasted" label={t.pasted} rows={10} />,
    template: undefined,
    blank: undefined,
  }
  const choices = starts.map((start) => ({
    value: start,
    title: t.starts[start],
    text: t.startMeans[start],
    more: more[start],
  }))
  return <ChoiceCards {...{ form, choices }} name="start" legend={t.whichStart} value="template" />
}
