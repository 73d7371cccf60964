import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { WholeReferral } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { DocumentBody } from '../documents/body.tsx'
import { Notice } from '../kit/notice.tsx'
import { Head } from '../kit/structure.tsx'
import { texts } from './changing-texts.ts'

type Props = {
  group: Group
  entry: WholeReferral
  content: Record<string, unknown>
  changed: number
  locale: Locale
}

/** From what the group has sent to what was adopted, or to how the changed version stands now. */
export const ChangesPage = ({ group, entry, content, changed, locale }: Props) => {
  const t = texts[locale.lang]
  const { changes } = entry
  return (
    <article class="stack wide">
      <Head
        over={<a href={paths.referral(group, entry)}>{`${entry.cited}: ${entry.title}`}</a>}
        title={t.changesTitle}
        lead={`${t.changesTo({ number: entry.cited })}. ${t.changesCount({ count: changed })}`}
        narrow
      >
        <Notice icon={changes ? 'check-check' : 'pencil'} first={changes ? t.adoptedForm : t.stillWritten}>
          {changes && `${t.proposedBy}: ${changes.proposedBy}`}
        </Notice>
      </Head>
      <DocumentBody content={content} pictures={(id) => paths.attachment(group, { id })} locale={locale} compared />
    </article>
  )
}
