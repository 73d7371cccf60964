import type { Guest } from '#src/documents/guests.ts'
import type { Paper } from '#src/documents/model.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { AreaField, CheckField, SelectField, TextField } from '../kit/field.tsx'
import { texts as commentTexts } from './comments-texts.ts'
import { texts as suggestionTexts } from './suggestions-texts.ts'
import { texts } from './texts.ts'
import { texts as versionTexts } from './version-texts.ts'

type Props = { group: Group; document: Paper; refused?: Refused | null; locale: Locale }

type FreezeProps = Props & { suggestions: number; openThreads: number }

const formOf = (id: string, { refused, locale }: Props) => ({
  id,
  locale,
  refused,
  problems: texts[locale.lang].problems,
})

export const FreezeForm = (props: FreezeProps) => {
  const { group, document, suggestions, openThreads, refused, locale } = props
  const t = versionTexts[locale.lang]
  const form = formOf('freeze', props)
  return (
    <Fold id="freeze-fold" label={t.freeze} icon="snowflake" open={!!refused}>
      <ActionForm action={paths.snapshots(group, document)} form={form} locale={locale}>
        <p>
          {t.freezeMeans} {suggestions > 0 && suggestionTexts[locale.lang].frozenWithout({ count: suggestions })}{' '}
          {openThreads > 0 && t.frozenWithThreads({ count: openThreads })}
        </p>
        <AreaField form={form} name="note" label={t.freezeNote} hint={t.freezeNoteHint} rows={2} optional />
        <Button icon="snowflake" busy={t.freezing}>
          {t.freeze}
        </Button>
      </ActionForm>
    </Fold>
  )
}

export const RenameForm = (props: Props & { back?: 'edit' }) => {
  const { group, document, refused, locale } = props
  const t = texts[locale.lang]
  const form = formOf('rename', props)
  return (
    <Fold id="rename-fold" label={t.rename} icon="pencil" rank="quiet" open={!!refused}>
      <ActionForm action={paths.documentTitle(group, document)} form={form} locale={locale}>
        {props.back && <input type="hidden" name="back" value={props.back} />}
        <TextField form={form} name="title" label={t.title} hint={t.renameHint} value={document.title} max={200} />
        <Button busy={t.renaming}>{t.rename}</Button>
      </ActionForm>
    </Fold>
  )
}

const guestName = (locale: Locale, { commentingIds }: Paper, { id, name, endsOn }: Guest) =>
  [
    name,
    endsOn && texts[locale.lang].guestUntil({ when: day(locale, endsOn) }),
    commentingIds.includes(id) && commentTexts[locale.lang].guestAlso,
  ]
    .filter(Boolean)
    .join(', ')

/**
 * Only guests of the group can be let in to a paper; the group's people page invites them there. Whoever reads along can
 * be chosen again, to say whether they may comment.
 */
export const GuestForm = (props: Props & { guests: Guest[] }) => {
  const { group, document, guests, refused, locale } = props
  const t = texts[locale.lang]
  const form = formOf('guest', props)
  return (
    <Fold id="guest-fold" label={t.invite} icon="user-plus" rank="quiet" open={!!refused}>
      {guests.length === 0 && !refused ? (
        <p>
          {t.noGuests} {t.noGuestsThen} <a href={paths.people(group)}>{t.people}</a>
        </p>
      ) : (
        <ActionForm action={paths.documentGuests(group, document)} form={form} locale={locale}>
          <SelectField
            form={form}
            name="guest"
            label={t.guest}
            options={guests.map((guest) => ({ value: guest.id, label: guestName(locale, document, guest) }))}
          />
          <CheckField form={form} name="comments" label={commentTexts[locale.lang].guestComments} />
          <Button busy={t.inviting}>{t.invite}</Button>
        </ActionForm>
      )}
    </Fold>
  )
}

/** Who reads along without belonging to the group: nobody should have to guess. */
export const GuestList = ({ document, guests, locale }: { document: Paper; guests: Guest[]; locale: Locale }) => {
  const t = texts[locale.lang]
  const invited = guests.filter(({ id }) => document.guestIds.includes(id))
  if (invited.length === 0) return null
  return (
    <p class="soft">
      {t.guests}: {invited.map((guest) => guestName(locale, document, guest)).join(' · ')}
    </p>
  )
}
