import type { SnapshotToDecide } from '#src/decisions/papers.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Column, Head } from '../kit/structure.tsx'
import { SnapshotField } from './proposal-fields.tsx'
import { RecordFields } from './record-fields.tsx'
import { texts } from './record-texts.ts'
import { texts as words } from './texts.ts'

type Props = { group: Group; snapshots: SnapshotToDecide[]; refused?: Refused | null; locale: Locale }

/** Four fields, filled in in less than a minute. */
export const NewRecordPage = ({ group, snapshots, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const form = { id: 'record', locale, refused, problems: t.problems }
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
          <RecordFields form={form}>
            <SnapshotField form={form} snapshots={snapshots} />
          </RecordFields>
          <Button busy={t.saving}>{t.save}</Button>
        </ActionForm>
      </Column>
    </>
  )
}
