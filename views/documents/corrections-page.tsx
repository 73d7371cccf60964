import type { CorrectionEntry } from '#src/documents/corrections/making.ts'
import type { AdoptedText } from '#src/documents/stages/adopted.ts'
import type { Difference } from '#src/documents/versions/difference.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { AreaField, CheckField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Blocked, Empty, Notice } from '../kit/notice.tsx'
import { Actions } from '../kit/structure.tsx'
import { DocumentBody } from './body.tsx'
import { texts } from './corrections-texts.ts'
import { drawingOf } from './difference-drawing.tsx'
import { Summary } from './difference-summary.tsx'

type Props = {
  group: Group
  document: { id: string; title: string }
  adopted: AdoptedText
  /** What waits for a second person. */
  correction: CorrectionEntry | null
  changes: { titles: { before: string; after: string }; difference: Difference; words: number }
  /** From more words than this on it is asked once more. */
  many: number
  /** What waits can still be confirmed: the mandate is there, and the same version is in force. */
  stands: boolean
  may: { correct: boolean; confirm: boolean; discard: boolean }
  refused: Refused | null
  locale: Locale
}

const isSame = ({ changes: { titles, difference } }: Props) =>
  difference.changed === 0 && titles.before === titles.after

/** What is put right in the adopted text, word by word, and the two who stand for it. */
export const CorrectionsPage = (props: Props) => {
  const { group, document, adopted, correction, changes, locale } = props
  const t = texts[locale.lang]
  const { citation } = adopted.adoption
  const version = `${adopted.snapshot.number}${adopted.snapshot.suffix}`
  const told = { ...changes.difference, creditsOf: () => [] }
  return (
    <article class="stack wide">
      <header class="head">
        <p class="over">
          <a href={paths.group(group)}>{group.name}</a> · <a href={paths.document(group, document)}>{document.title}</a>
        </p>
        <h1 tabindex={-1}>{t.title}</h1>
        <p class="lead">
          {correction ? t.leadWaiting({ name: correction.madeBy, citation, version }) : t.lead({ citation, version })}
        </p>
        {correction?.note && <p>{correction.note}</p>}
        {!isSame(props) && <p class="meta">{t.counted({ count: changes.words })}</p>}
        {changes.titles.before !== changes.titles.after && <p>{t.titleWas(changes.titles)}</p>}
        {correction ? <Waiting {...props} correction={correction} /> : <Making {...props} />}
      </header>
      <Summary told={told} locale={locale} />
      <DocumentBody
        content={changes.difference.content}
        locale={locale}
        pictures={(id) => paths.attachment(group, { id })}
        difference={drawingOf(told, locale)}
      />
    </article>
  )
}

const nextVersion = ({ adopted: { snapshot } }: Props) =>
  `${snapshot.number}${snapshot.suffix ? String.fromCharCode(snapshot.suffix.charCodeAt(0) + 1) : 'a'}`

const Waiting = (props: Props & { correction: CorrectionEntry }) => {
  const { group, document, correction, stands, may, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      {!stands && <Blocked why={t.over}>{t.overThen}</Blocked>}
      {stands && !may.confirm && <Blocked why={t.waits}>{t.waitsThen}</Blocked>}
      {may.confirm && <p>{t.confirmMeans({ version: nextVersion(props) })}</p>}
      <Actions>
        {may.confirm && (
          <ActionForm
            action={paths.correctionConfirmation(group, document, correction)}
            id="confirm-correction"
            inline
            locale={locale}
          >
            <Button icon="check-check" busy={t.confirming}>
              {t.confirm}
            </Button>
          </ActionForm>
        )}
        {may.discard && (
          <ActionForm
            action={paths.correctionDiscard(group, document, correction)}
            id="discard-correction"
            inline
            locale={locale}
          >
            <Button rank="quiet">{t.discard}</Button>
          </ActionForm>
        )}
      </Actions>
    </>
  )
}

const Making = (props: Props) => {
  const { group, document, changes, many, may, refused, locale } = props
  const t = texts[locale.lang]
  const form: FormState = { id: 'correction', locale, refused, problems: t.problems }
  if (!may.correct)
    return (
      <Blocked why={t.notMine}>
        {t.notMineThen} <a href={paths.stage(group, document)}>{t.toStage}</a>
      </Blocked>
    )
  if (isSame(props))
    return (
      <Empty
        first={t.nothing}
        actions={
          <LinkButton icon="pencil" href={paths.editDocument(group, document)}>
            {t.toEditor}
          </LinkButton>
        }
      >
        {t.nothingThen}
      </Empty>
    )
  return (
    <ActionForm action={paths.corrections(group, document)} form={form} locale={locale}>
      {changes.words > many && (
        <>
          <Notice tone="care" first={t.many({ count: changes.words })}>
            {t.manyThen}
          </Notice>
          <CheckField form={form} name="sure" label={t.sure} />
        </>
      )}
      <AreaField form={form} name="note" label={t.note} rows={2} optional />
      <p class="soft">{t.makeMeans}</p>
      <Button icon="users" busy={t.making}>
        {t.make}
      </Button>
    </ActionForm>
  )
}
