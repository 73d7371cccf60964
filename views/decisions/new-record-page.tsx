import type { SnapshotNote } from '#src/decisions/papers.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { calendarDay } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { AreaField, DateField, TextField } from '../kit/field.tsx'
import { Column, Head } from '../kit/structure.tsx'
import { SnapshotField } from './proposal-fields.tsx'
import { texts } from './record-texts.ts'
import { texts as words } from './texts.ts'

type Props = { group: Group; snapshots: SnapshotNote[]; refused?: Refused | null; locale: Locale }

/** Four fields, filled in in less than a minute. */
export const NewRecordPage = ({ group, snapshots, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const form = { id: 'record', locale, refused, problems: t.problems }
  const today = calendarDay(locale.now)
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a> · <a href={paths.proposals(group)}>{words[locale.lang].deciding}</a>
    </>
  )
  return (
    <>
      <Head over={over} title={t.enter} lead={t.lead} narrow />
      <Column>
        <ActionForm action={paths.records(group)} locale={locale} form={form}>
          <AreaField form={form} name="wording" label={t.wording} hint={t.wordingHint} rows={4} />
          <DateField form={form} name="decidedOn" label={t.decidedOn} value={today} max={today} />
          <TextField form={form} name="place" label={t.place} hint={t.placeHint} max={200} />
          <TextField form={form} name="manner" label={t.manner} hint={t.mannerHint} max={200} />
          <Fold id="more" label={t.more} rank="quiet" open={!!refused?.typed.title || !!refused?.problems.snapshotId}>
            <TextField form={form} name="title" label={t.title} hint={t.titleHint} max={200} optional />
            <SnapshotField form={form} snapshots={snapshots} />
          </Fold>
          <Button busy={t.saving}>{t.save}</Button>
        </ActionForm>
      </Column>
    </>
  )
}
