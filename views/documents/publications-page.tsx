import type { PublicationEntry, Publishable } from '#src/documents/publications/model.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { day, shortDay } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import { Blocked, Empty } from '../kit/notice.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { texts } from './publications-texts.ts'

export type PublicationsPageProps = {
  group: Group
  publications: PublicationEntry[]
  /** Only for those who may publish. */
  publishable: Publishable[]
  publishers: string[]
  may: { publish: boolean; withdraw: boolean }
  /** A withdrawal that lacks its reason. */
  refused: { id: string; input: Refused } | null
  locale: Locale
}

/** What is public, what no longer is, and what could be. */
export const PublicationsPage = (props: PublicationsPageProps) => {
  const { group, publications, publishers, may, locale } = props
  const t = texts[locale.lang]
  const isPublic = publications.filter(({ withdrawn }) => !withdrawn)
  const withdrawn = publications.filter((one) => one.withdrawn)
  return (
    <>
      <Head over={<a href={paths.group(group)}>{group.name}</a>} title={t.title} lead={t.lead} narrow />
      <Column>
        <Block id="public" title={t.public} narrow>
          {isPublic.length === 0 && <Empty first={t.none} />}
          <List {...props} entries={isPublic} />
        </Block>
        {may.publish ? (
          <Ready {...props} />
        ) : publishers.length > 0 ? (
          <p class="soft">{t.may({ names: publishers.join(', ') })}</p>
        ) : (
          <Blocked why={t.nobody}>{t.nobodyThen}</Blocked>
        )}
        {withdrawn.length > 0 && (
          <Block id="withdrawn" title={t.withdrawnList} narrow>
            <List {...props} entries={withdrawn} />
          </Block>
        )}
      </Column>
    </>
  )
}

const List = ({ entries, ...props }: PublicationsPageProps & { entries: PublicationEntry[] }) => (
  <Rows>
    {entries.map((entry) => (
      <Entry {...props} entry={entry} />
    ))}
  </Rows>
)

const Entry = ({ entry, may, locale, ...props }: PublicationsPageProps & { entry: PublicationEntry }) => {
  const t = texts[locale.lang]
  const { publication, snapshot, publishedBy, organisations, withdrawn } = entry
  return (
    <Row
      rand={<Rand main={shortDay(locale, publication.createdAt)} />}
      title={snapshot.title}
      href={paths.published(publication.slug)}
      meta={
        <>
          <ShelfMark number={publication.decision} href={paths.decision(publication.decision)} /> ·{' '}
          {t.by({ name: publishedBy, version: `${snapshot.number}${snapshot.suffix}` })}
          {publication.venue && ` · ${publication.venue}`}
        </>
      }
    >
      {organisations.length > 0 && <p class="soft">{organisations.join(' · ')}</p>}
      {withdrawn && (
        <p>{t.withdrawn({ when: day(locale, withdrawn.at), reason: withdrawn.reason, name: withdrawn.by })}</p>
      )}
      {!withdrawn && may.withdraw && <Withdraw {...props} id={publication.id} locale={locale} />}
    </Row>
  )
}

type WithdrawProps = Pick<PublicationsPageProps, 'group' | 'refused' | 'locale'> & { id: string }

const Withdraw = ({ group, refused, id, locale }: WithdrawProps) => {
  const t = texts[locale.lang]
  const input = refused?.id === id ? refused.input : null
  const form = { id: `withdraw-${id}`, locale, refused: input, problems: t.problems }
  return (
    <Fold label={t.withdraw} rank="quiet" open={!!input}>
      <ActionForm action={paths.publicationWithdrawal(group, { id })} form={form} locale={locale}>
        <p>{t.withdrawMeans}</p>
        <AreaField form={form} name="reason" label={t.reason} rows={2} />
        <Button rank="second" busy={t.withdrawing}>
          {t.withdraw}
        </Button>
      </ActionForm>
    </Fold>
  )
}

const Ready = ({ group, publications, publishable, locale }: PublicationsPageProps) => {
  const t = texts[locale.lang]
  const shown = publications.flatMap(({ publication, withdrawn }) => (withdrawn ? [] : publication.snapshotId))
  const ready = publishable.filter(({ snapshot }) => !shown.includes(snapshot.id))
  return (
    <Block id="ready" title={t.ready} narrow>
      {ready.length === 0 && <p class="soft">{t.nothingReady}</p>}
      <Rows>
        {ready.map(({ adoption, snapshot, group: of }) => (
          <Row
            rand={<Rand main={shortDay(locale, adoption.decidedOn)} />}
            title={snapshot.title}
            meta={
              <>
                <ShelfMark number={adoption.citation} href={adoption.href} /> · {of.name}
              </>
            }
            go={
              <LinkButton rank="second" icon="globe" href={paths.newPublication(group, adoption.citation)}>
                {t.publish}
                <span class="vh">: {snapshot.title}</span>
              </LinkButton>
            }
          />
        ))}
      </Rows>
    </Block>
  )
}
