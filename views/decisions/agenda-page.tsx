import type { WishEntry } from '#src/decisions/agenda/wishes.ts'
import type { Named } from '#src/decisions/rounds/entries.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { TextField } from '../kit/field.tsx'
import { Live } from '../kit/live.tsx'
import { Blocked, DoneLine } from '../kit/notice.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { AgendaRows } from './agenda-rows.tsx'
import { texts } from './agenda-texts.ts'
import { texts as words } from './texts.ts'
import { anyOf } from './words.ts'

export type AgendaPageProps = {
  group: Group
  open: WishEntry[]
  done: WishEntry[]
  may: { wish: boolean; finish: boolean }
  /** Who can tick off. */
  finishers: Named[]
  refused?: Refused | undefined
  locale: Locale
}

const Open = ({ group, open, may, finishers, locale }: AgendaPageProps) => {
  const t = texts[locale.lang]
  return (
    <Block id="agenda-open" title={t.open}>
      {open.length > 0 ? (
        <AgendaRows {...{ group, open, locale }} mayFinish={may.finish} />
      ) : (
        <DoneLine>{t.nothing}</DoneLine>
      )}
      {open.length > 0 && !may.finish && (
        <Blocked why={group.kind === 'circle' ? t.whoFinishesCircle : t.whoFinishes}>
          {finishers.length > 0 && t.thatIs({ names: anyOf(locale, finishers) })}
        </Blocked>
      )}
    </Block>
  )
}

const Add = ({ group, refused, locale }: AgendaPageProps) => {
  const t = texts[locale.lang]
  const form = { id: 'wish', locale, refused: refused ?? null, problems: t.problems }
  return (
    <Fold id="add-wish" label={t.add} icon="plus" open={refused !== undefined}>
      <ActionForm action={paths.agenda(group)} locale={locale} form={form}>
        <TextField form={form} name="title" label={t.what} max={200} />
        <Button busy={t.saving}>{t.save}</Button>
      </ActionForm>
    </Fold>
  )
}

const Done = ({ done, locale }: AgendaPageProps) => {
  const t = texts[locale.lang]
  return (
    <Block id="agenda-done" title={t.done}>
      <ul class="plain">
        {done.map(({ wish }) => (
          <li>
            {wish.title} <span class="soft">– {wish.doneAt && t.doneOn({ day: day(locale, wish.doneAt) })}</span>
          </li>
        ))}
      </ul>
    </Block>
  )
}

/** What a group wants to take up when it meets next. */
export const AgendaPage = (props: AgendaPageProps) => {
  const { group, done, may, locale } = props
  const t = texts[locale.lang]
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a> · <a href={paths.proposals(group)}>{words[locale.lang].deciding}</a>
    </>
  )
  return (
    <>
      <Head over={over} title={t.title} lead={t.lead} narrow />
      <Live id="agenda" on="agendas" href={paths.agenda(group)}>
        <Column>
          <Open {...props} />
          {may.wish && <Add {...props} />}
          {done.length > 0 && <Done {...props} />}
        </Column>
      </Live>
    </>
  )
}
