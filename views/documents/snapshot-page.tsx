import type { CommentedVersion } from '#src/documents/comments/on-version.ts'
import type { Snapshot } from '#src/documents/schema.ts'
import type { Adoption } from '#src/documents/stages/matter.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { dayTime } from '../kit/dates.ts'
import { Facts } from '../kit/facts.tsx'
import { Notice } from '../kit/notice.tsx'
import { Status } from '../kit/status.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { commented as marksOf } from './comments-marks.tsx'
import { CommentsOnVersion } from './comments-version.tsx'
import { texts as exportTexts } from './export-texts.ts'
import { InColumn, PaperHead, Reading } from './paper.tsx'
import { texts as quotationTexts } from './quotation-texts.ts'
import { texts as documentTexts } from './texts.ts'
import { RestoreForm } from './version-acts.tsx'
import { texts } from './version-texts.ts'

type Props = {
  group: Group
  snapshot: Snapshot
  createdBy: string
  /** Decisions that adopted just this version. */
  adoptions: Adoption[]
  /** In which typing errors were put right since. */
  corrected: Pick<Snapshot, 'number' | 'suffix'> | null
  mayDecide: boolean
  mayRestore: boolean
  mayComment: boolean
  me: { id: string }
  /** What is open about it, and the text with the passages marked. */
  commented: CommentedVersion
  locale: Locale
}

/** A frozen version, readable for ever. */
export const SnapshotPage = (props: Props) => {
  const { group, snapshot, createdBy, adoptions, corrected, commented, mayDecide, mayRestore, mayComment, me, locale } =
    props
  const t = texts[locale.lang]
  const document = { id: snapshot.documentId, title: snapshot.title }
  const { number, suffix, content, createdAt, checksum, note } = snapshot
  const called = t.version({ number: `${number}${suffix}` })
  return (
    <article class="stack wide">
      <PaperHead
        content={content}
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> ·{' '}
            <a href={paths.documents(group)}>{documentTexts[locale.lang].documents}</a>
          </>
        }
        title={snapshot.title}
        meta={
          <>
            <Status state="frozen" label={called} locale={locale} /> {t.frozenMeans}
          </>
        }
      >
        {corrected && (
          <Notice icon="pencil-line" first={t.corrected}>
            <a href={paths.snapshot(group, document, corrected.number, corrected.suffix)}>
              {t.readVersion({ number: `${corrected.number}${corrected.suffix}` })}
            </a>
          </Notice>
        )}
        <Actions>
          {mayDecide && (
            <LinkButton rank="second" icon="scale" href={paths.newProposal(group, snapshot)}>
              {t.decideOn}
            </LinkButton>
          )}
          {(number > 1 || suffix) && (
            <LinkButton rank="second" icon="git-compare" href={paths.difference(group, document, number, suffix)}>
              {t.compare}
            </LinkButton>
          )}
          {mayRestore && <RestoreForm {...{ group, document, locale }} version={`v${number}${suffix}`} name={called} />}
          <LinkButton
            rank="second"
            icon="file-down"
            href={paths.exportDocument(group, document, `v${number}${suffix}`)}
          >
            {exportTexts[locale.lang].action}
          </LinkButton>
          <LinkButton rank="quiet" icon="history" href={paths.versions(group, document)}>
            {t.toTimeline}
          </LinkButton>
          {/* Quotations know a version by its number alone: of "3a" the words of "3" would be quoted. */}
          {suffix === '' && (
            <LinkButton rank="quiet" icon="text-quote" href={paths.quoting(group, document, number)}>
              {quotationTexts[locale.lang].quote}
            </LinkButton>
          )}
          <LinkButton rank="quiet" icon="pencil" href={paths.document(group, document)}>
            {t.toDocument}
          </LinkButton>
        </Actions>
      </PaperHead>
      <Reading
        content={commented.content}
        pictures={(id) => paths.attachment(group, { id })}
        laid={marksOf(commented.threads, locale)}
        locale={locale}
      />
      <InColumn content={content}>
        <CommentsOnVersion
          {...{ group, document, me, mayComment, locale }}
          threads={commented.threads}
          here={paths.snapshot(group, document, number, suffix)}
        />
        <Block id="facts" title={t.about} narrow>
          <Facts
            facts={[
              adoptions.length > 0 && { term: t.decided, words: <Decisions adoptions={adoptions} /> },
              { term: t.frozenAt, words: `${dayTime(locale, createdAt)}, ${createdBy}` },
              note !== '' && { term: t.note, words: note },
              { term: t.checksum, words: <Checksum checksum={checksum} means={t.checksumMeans} /> },
            ]}
          />
        </Block>
      </InColumn>
    </article>
  )
}

const Decisions = ({ adoptions }: { adoptions: Adoption[] }) => (
  <>
    {adoptions.map(({ citation, href }, place) => (
      <>
        {place > 0 && ', '}
        <a href={href}>{citation}</a>
      </>
    ))}
  </>
)

const Checksum = ({ checksum, means }: { checksum: string; means: string }) => (
  <>
    <code>{checksum.match(/.{1,8}/g)?.join(' ')}</code>
    <br />
    <span class="soft">{means}</span>
  </>
)
