import type { Snapshot } from '#src/documents/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import type { PictureAddress } from '../documents/body-drawing.ts'
import { PaperHead, Reading } from '../documents/paper.tsx'
import { day } from '../kit/dates.ts'
import { Facts } from '../kit/facts.tsx'
import { Notice } from '../kit/notice.tsx'
import { Status } from '../kit/status.tsx'
import { texts } from './texts.ts'

type Props = {
  snapshot: Pick<Snapshot, 'title' | 'content' | 'number' | 'suffix' | 'checksum' | 'createdAt'>
  back: { href: string; label: string }
  pictures: PictureAddress
  /** In which typing errors have been put right since. */
  next?: { href: string; latest: Pick<Snapshot, 'number' | 'suffix'> } | null
  locale: Locale
}

/** The frozen text that a round or a decision is about, for those who may see that one. */
export const TextPage = ({ snapshot, back, pictures, next, locale }: Props) => {
  const t = texts[locale.lang]
  const { content, title, number, suffix, createdAt, checksum } = snapshot
  return (
    <article class="stack wide">
      <PaperHead
        content={content}
        over={<a href={back.href}>{back.label}</a>}
        title={title}
        meta={
          <>
            <Status state="frozen" label={t.version({ number: `${number}${suffix}` })} locale={locale} />{' '}
            {day(locale, createdAt)}, {t.doesNotChange}
          </>
        }
      >
        {next && (
          <Notice icon="pencil-line" first={t.corrected}>
            <a href={next.href}>{t.readCorrected({ number: `${next.latest.number}${next.latest.suffix}` })}</a>
          </Notice>
        )}
      </PaperHead>
      <Reading content={content} pictures={pictures} locale={locale} />
      <Facts facts={[{ term: t.checksumTerm, words: <code>{checksum.match(/.{1,8}/g)?.join(' ')}</code> }]} />
    </article>
  )
}
