import type { Content } from '#src/documents/markup.ts'
import type { Section } from '#src/documents/quotations/excerpts.ts'
import type { Passage } from '#src/documents/quotations/passages.ts'
import type { QuotableInto } from '#src/documents/quotations/quoting.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { SelectField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Empty } from '../kit/notice.tsx'
import { Actions, Head } from '../kit/structure.tsx'
import { Reading } from './paper.tsx'
import { texts } from './quotation-texts.ts'

export type QuotingPageProps = {
  group: Group
  document: { id: string; title: string }
  version: number | null
  content: Content
  /** The paragraph that was chosen. */
  passage: Passage | null
  /** The texts in which this person writes. */
  targets: QuotableInto[]
  /** The one of them that was chosen, with its parts. */
  target: (QuotableInto & { sections: Section[] }) | null
  refused: Refused | null
  locale: Locale
}

type Chosen = QuotingPageProps & { passage: Passage }

const formOf = ({ refused, locale }: QuotingPageProps): FormState => ({
  ...{ id: 'quoting', locale, refused },
  problems: texts[locale.lang].problems,
})

/** First the text: what comes next depends on it. */
const WhichText = (props: Chosen) => {
  const { group, document, version, passage, targets, locale } = props
  const t = texts[locale.lang]
  if (targets.length === 0) return <Empty first={t.noTarget}>{t.noTargetThen}</Empty>
  return (
    <form method="get" action={paths.quoting(group, document)} class="stack">
      {version !== null && <input type="hidden" name="version" value={version} />}
      <input type="hidden" name="place" value={passage.place} />
      <SelectField
        form={formOf(props)}
        name="into"
        label={t.target}
        options={targets.map(({ id, title, group: of }) => ({ value: id, label: `${title} (${of.name})` }))}
      />
      <Actions>
        <Button>{t.next}</Button>
      </Actions>
    </form>
  )
}

const WhichPlace = (props: Chosen & { target: NonNullable<QuotingPageProps['target']> }) => {
  const { group, document, version, passage, target, locale } = props
  const t = texts[locale.lang]
  const sections = target.sections.map(({ key, words }) => ({ value: key, label: t.endOf({ section: words }) }))
  const again = paths.quoting(group, document, version, { place: passage.place })
  return (
    <ActionForm
      action={paths.quoting(group, document, version, { place: passage.place, into: target.id })}
      form={formOf(props)}
      locale={locale}
    >
      <input type="hidden" name="passage" value={passage.key} />
      <input type="hidden" name="target" value={target.id} />
      <p>
        {t.into} <a href={paths.document(target.group, target)}>{target.title}</a> ({target.group.name}).{' '}
        <a href={again}>{t.otherText}</a>
      </p>
      {sections.length > 0 && (
        <SelectField
          form={formOf(props)}
          name="section"
          label={t.where}
          value=""
          options={[{ value: '', label: t.atEnd }, ...sections]}
        />
      )}
      <Actions>
        <Button busy={t.sending}>{t.send}</Button>
      </Actions>
    </ActionForm>
  )
}

const Chosen = (props: Chosen) => {
  const { group, document, version, passage, target, locale } = props
  const t = texts[locale.lang]
  return (
    <div class="stack narrow">
      <figure class="quoted-passage">
        <blockquote class="wortlaut" lang="de">
          {passage.words}
        </blockquote>
        <figcaption>
          <a href={paths.quoting(group, document, version)}>{t.otherPassage}</a>
        </figcaption>
      </figure>
      {target ? <WhichPlace {...props} target={target} /> : <WhichText {...props} />}
    </div>
  )
}

/** The text with something to press at each of its paragraphs. */
const Choosing = ({ group, document, version, content, locale }: QuotingPageProps) => {
  const t = texts[locale.lang]
  const href = (place: number) => paths.quoting(group, document, version, { place })
  return (
    <Reading
      content={content}
      pictures={(id) => paths.attachment(group, { id })}
      quoting={{ href, label: t.quoteThis, inWords: true }}
      locale={locale}
    />
  )
}

const leadOf = ({ version, passage, locale }: QuotingPageProps) => {
  const t = texts[locale.lang]
  if (!passage) return t.choose
  return version === null ? t.quoteLead : t.quoteFixed({ number: version })
}

/** A paragraph of this text is chosen, then the text that shall quote it, and where. */
export const QuotingPage = (props: QuotingPageProps & { isEmpty: boolean }) => {
  const { group, document, passage, isEmpty, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <Head
        narrow
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> ·{' '}
            <a href={paths.document(group, document)}>{document.title}</a>
          </>
        }
        title={t.quote}
        lead={isEmpty ? undefined : leadOf(props)}
      />
      {props.refused && !passage && <p class="error">{t.problems.gone}</p>}
      {isEmpty ? (
        <Empty first={t.nothing} />
      ) : passage ? (
        <Chosen {...props} passage={passage} />
      ) : (
        <Choosing {...props} />
      )}
    </>
  )
}
