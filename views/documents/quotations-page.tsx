import type { QuotationStanding } from '#src/documents/quotations/standing.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/notice.tsx'
import { Actions, Head } from '../kit/structure.tsx'
import { QuotationSource } from './quotation-source.tsx'
import { texts } from './quotation-texts.ts'
import { WordDifference } from './word-parts.tsx'

type Props = {
  group: Group
  document: { id: string; title: string }
  standings: QuotationStanding[]
  /** Whether this person writes here. */
  may: boolean
  locale: Locale
}

const One = ({ standing, group, document, may, locale }: Props & { standing: QuotationStanding }) => {
  const t = texts[locale.lang]
  const quotation = { id: standing.id }
  return (
    <li class="sheet" id={`quotation-${standing.id}`}>
      <blockquote class="wortlaut" lang="de">
        {standing.parts.length > 0 ? <WordDifference parts={standing.parts} /> : standing.words}
      </blockquote>
      <p>
        <QuotationSource standing={standing} locale={locale} /> <b>{t.states[standing.is]}</b>
      </p>
      {may && standing.is === 'changed' && (
        <Actions>
          <ActionForm
            action={paths.quotationRenewal(group, document, quotation)}
            id={`renew-${standing.id}`}
            locale={locale}
            inline
          >
            <Button rank="second">{t.renew}</Button>
          </ActionForm>
          <ActionForm
            action={paths.quotationKeeping(group, document, quotation)}
            id={`keep-${standing.id}`}
            locale={locale}
            inline
          >
            <Button rank="quiet">{t.keep}</Button>
          </ActionForm>
        </Actions>
      )}
    </li>
  )
}

/** Every quotation of a text, where it is from, and what to do where its source reads differently now. */
export const QuotationsPage = (props: Props) => {
  const { group, document, standings, locale } = props
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
        title={t.title}
        lead={t.lead}
      />
      {standings.length === 0 && <Empty first={t.none} />}
      <ul class="plain stack narrow">
        {standings.map((standing) => (
          <One standing={standing} {...props} />
        ))}
      </ul>
    </>
  )
}
