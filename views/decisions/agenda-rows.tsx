import type { WishEntry } from '#src/decisions/agenda/wishes.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Since } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { texts } from './agenda-texts.ts'

type In = { group: Pick<Group, 'slug'>; locale: Locale }

const hrefOf = ({ group }: In, { wish, cited }: WishEntry) =>
  wish.roundId ? paths.round(group, { id: wish.roundId }) : cited ? paths.decision(cited) : undefined

const Finish = ({ entry, group, locale }: In & { entry: WishEntry }) => {
  const t = texts[locale.lang]
  return (
    <ActionForm action={paths.wishCompletion(group, entry.wish)} id={`done-${entry.wish.id}`} locale={locale} inline>
      <Button rank="second" busy={t.finishing}>
        {t.finish}
      </Button>
    </ActionForm>
  )
}

/** What waits for the next meeting, with why it does. */
export const AgendaRows = ({ open, mayFinish, ...place }: In & { open: WishEntry[]; mayFinish: boolean }) => {
  const t = texts[place.locale.lang]
  return (
    <Rows>
      {open.map((entry) => (
        <Row
          id={`wish-${entry.wish.id}`}
          rand={<Since from={entry.wish.createdAt} locale={place.locale} />}
          title={entry.wish.title}
          href={hrefOf(place, entry)}
          meta={[t.why[entry.wish.why], entry.addedBy && t.by({ name: entry.addedBy })].filter(Boolean).join(' · ')}
          go={mayFinish && <Finish entry={entry} {...place} />}
        />
      ))}
    </Rows>
  )
}
