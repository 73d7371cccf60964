import type { EditionEntry } from '#src/documents/editions/model.ts'
import type { Paper } from '#src/documents/model.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { AreaField, DateField, FileField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Blocked, Empty } from '../kit/notice.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Block, Head } from '../kit/structure.tsx'
import { texts } from './edition-texts.ts'

type Props = {
  group: Group
  document: Paper
  editions: EditionEntry[]
  programmes: { id: string; title: string }[]
  mayLoad: boolean
  refused?: Refused | null
  locale: Locale
}

/** Which editions there are, and the form for the next one. */
export const EditionsPage = (props: Props) => {
  const { group, document, editions, mayLoad, locale } = props
  const t = texts[locale.lang]
  return (
    <div class="stack wide">
      <Head
        narrow
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> ·{' '}
            <a href={paths.document(group, document)}>{document.title}</a>
          </>
        }
        title={t.title}
        lead={t.lead}
      />
      <Block id="editions" title={t.title} quiet narrow>
        {editions.length === 0 && <Empty first={t.empty}>{t.emptyThen}</Empty>}
        {editions.length > 0 && (
          <Rows first>
            {editions.map((edition) => (
              <Entry edition={edition} {...props} />
            ))}
          </Rows>
        )}
      </Block>
      <Block id="load" title={t.load} narrow>
        {mayLoad ? <LoadForm {...props} /> : <Blocked why={t.cannotLoad}>{t.cannotLoadThen}</Blocked>}
      </Block>
    </div>
  )
}

const Entry = ({ edition, group, document, locale }: Props & { edition: EditionEntry }) => {
  const t = texts[locale.lang]
  const { programme, version, takenAt, publishedOn, source, loadedBy, createdAt } = edition
  return (
    <Row
      rand={
        <Rand
          main={publishedOn ? day(locale, publishedOn) : '–'}
          bottom={takenAt ? t.taken({ day: day(locale, takenAt) }) : t.notTaken}
        />
      }
      title={`${programme}\u00a0${version}`}
      href={paths.edition(group, document, edition)}
      meta={
        <>
          {t.statements({ count: edition.statements })} · {t.loadedBy({ name: loadedBy, day: day(locale, createdAt) })}
        </>
      }
    >
      {source !== '' && <p>{source}</p>}
    </Row>
  )
}

const LoadForm = ({ group, document, editions, programmes, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const form: FormState = { id: 'load-edition', locale, refused: refused ?? null, problems: t.problems }
  const latest = editions[0]?.programme ?? programmes[0]?.title
  return (
    <ActionForm action={paths.editions(group, document)} form={form} locale={locale} files>
      <TextField form={form} name="programme" label={t.programme} hint={t.programmeHint} value={latest} max={120} />
      <TextField form={form} name="version" label={t.version} hint={t.versionHint} max={40} />
      <DateField form={form} name="publishedOn" label={t.publishedOn} optional />
      <TextField form={form} name="source" label={t.source} hint={t.sourceHint} max={200} optional />
      <AreaField form={form} name="pasted" label={t.pasted} hint={t.pastedHint} rows={8} />
      <FileField form={form} name="file" label={t.file} hint={t.fileHint} accept=".csv,.tsv,.txt" optional />
      <div>
        <Button busy={t.sending}>{t.send}</Button>
      </div>
    </ActionForm>
  )
}
