import type { Snapshot } from '#src/documents/schema.ts'
import type { CirculationEntry, MinutesFacts } from '#src/meetings/minutes/model.ts'
import type { MinutesNoteEntry } from '#src/meetings/minutes/noting.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { DocumentBody } from '../documents/body.tsx'
import { LinkButton } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { Facts } from '../kit/facts.tsx'
import { Actions, Block, Column, Head } from '../kit/structure.tsx'
import { NoteWords } from './minutes-note.tsx'
import { ObjectionHead, ObjectionViews } from './minutes-said.tsx'
import { MinutesStatus } from './minutes-status.tsx'
import { texts } from './minutes-texts.ts'
import { When } from './when.tsx'

type Props = {
  meeting: MeetingEntry
  minutes: MinutesFacts
  approved: CirculationEntry
  snapshot: Pick<Snapshot, 'content'>
  notes: MinutesNoteEntry[]
  isInside: boolean
  locale: Locale
}

const Objections = ({ meeting, minutes: { objections }, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Block id="minutes-objections" title={t.objections}>
      {objections.map((objection) => (
        <article class="sheet objection">
          <ObjectionHead objection={objection} locale={locale} />
          <Facts
            facts={[
              { term: t.present, words: <span class="wortlaut">{objection.present}</span> },
              { term: t.wished, words: <span class="wortlaut">{objection.wished}</span> },
            ]}
          />
          <ObjectionViews objection={objection} prefix={meeting.group.prefix} locale={locale} />
        </article>
      ))}
    </Block>
  )
}

const how = ({ minutes: { approval }, locale }: Props): string => {
  const t = texts[locale.lang]
  if (!approval) return ''
  const on = { day: day(locale, approval.createdAt) }
  return approval.kind === 'meeting' ? t.approvedIn(on) : t.approvedSilently(on)
}

/** Minutes as they hold, for everybody in the alliance, with what was said against them and put right since. */
export const ApprovedMinutesPage = (props: Props) => {
  const { meeting, minutes, approved, snapshot, notes, isInside, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <Head
        narrow
        over={meeting.group.name}
        title={t.title({ number: meeting.cited })}
        lead={`${how(props)} ${t.signers({ one: approved.minuteTaker, other: approved.facilitator })}`}
      >
        <p>
          <MinutesStatus state="approved" locale={locale} /> <When meeting={meeting} locale={locale} />
        </p>
        {isInside && (
          <Actions>
            <LinkButton rank="quiet" icon="users" href={paths.minutes(meeting.group, meeting)}>
              {t.way}
            </LinkButton>
          </Actions>
        )}
      </Head>
      <Column>
        {notes.length > 0 && (
          <Block id="minutes-notes" title={t.notes}>
            {notes.map((note) => (
              <div class="sheet">
                <NoteWords note={note} locale={locale} />
              </div>
            ))}
          </Block>
        )}
        <DocumentBody
          content={snapshot.content}
          locale={locale}
          pictures={(id) => paths.attachment(meeting.group, { id })}
        />
        {minutes.objections.length > 0 && <Objections {...props} />}
      </Column>
    </>
  )
}
