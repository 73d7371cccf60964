import { paths } from '#src/paths.ts'
import { LinkButton } from '../kit/button.tsx'
import { Actions } from '../kit/structure.tsx'
import { AuthorsLegend, AuthorsSwitch } from './authorship.tsx'
import { signsFor } from './authorship-signs.ts'
import { commented } from './comments-marks.tsx'
import { ComparisonHint } from './comparison-hint.tsx'
import { InColumn, Reading } from './paper.tsx'
import { sourceLines } from './quotation-source.tsx'
import { texts as quotationTexts } from './quotation-texts.ts'
import type { ReadingPageProps } from './reading-page.tsx'
import { ReadingSinceVisit } from './visit-notice.tsx'

/** The same text with and without the people who wrote it, or with what others changed meanwhile. */
export const Words = (props: ReadingPageProps) => {
  const { group, document, content, authorship, threads, locale } = props
  const comparison = props.comparison ? { facts: props.comparison.facts } : undefined
  const laid = commented(threads, locale)
  const pictures = (id: string) => paths.attachment(group, { id })
  const quoting = {
    href: (place: number) => paths.quoting(group, document, null, { place }),
    label: quotationTexts[locale.lang].quoteThis,
  }
  const sourceOf = sourceLines({ standings: props.quotations, group, document, locale })
  return (
    <>
      <InColumn content={content}>
        <div class="reading-tools">
          <Actions>
            <AuthorsSwitch {...{ group, document, locale }} isOn={authorship !== null} />
            <LinkButton rank="quiet" icon="text-quote" href={paths.quoting(group, document)}>
              {quotationTexts[locale.lang].quote}
            </LinkButton>
          </Actions>
        </div>
        {props.comparison && (
          <ComparisonHint {...{ group, document, locale }} {...props.comparison} mayLoad={props.may.edit} />
        )}
        {authorship && <AuthorsLegend sources={authorship.sources} locale={locale} />}
      </InColumn>
      {props.sinceVisit && props.news ? (
        <ReadingSinceVisit {...{ group, document, locale }} news={props.news} />
      ) : authorship ? (
        <Reading
          content={authorship.content}
          signs={signsFor(authorship.sources, locale)}
          {...{ pictures, laid, comparison, sourceOf, quoting, locale }}
        />
      ) : (
        <Reading {...{ content, pictures, laid, comparison, sourceOf, quoting, locale }} />
      )}
    </>
  )
}
