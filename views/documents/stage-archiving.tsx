import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import { Blocked } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import { formOf } from './stage-form.ts'
import type { StagePageProps } from './stage-page.tsx'
import { texts } from './stage-page-texts.ts'

/** Laid aside with a reason, and taken out again. */
export const Archiving = (props: StagePageProps) => {
  const { group, document, may, locale } = props
  const t = texts[locale.lang]
  return (
    <Block id="archiving" title={t.archiving} narrow>
      <p class="soft">{t.archivingMeans}</p>
      {may.takeOut ? (
        <ActionForm action={paths.archivingEnd(group, document)} id="take-out" locale={locale}>
          <Button rank="second" icon="archive" busy={t.takingOut}>
            {t.takeOut}
          </Button>
        </ActionForm>
      ) : may.archive ? (
        <Archive {...props} />
      ) : (
        <Why {...props} />
      )}
    </Block>
  )
}

const Archive = (props: StagePageProps) => {
  const { group, document, locale } = props
  const t = texts[locale.lang]
  const form = formOf('archive', props)
  return (
    <Fold id="archive-fold" label={t.archive} icon="archive" open={!!form.refused}>
      <ActionForm action={paths.archiving(group, document)} form={form} locale={locale}>
        <AreaField form={form} name="reason" label={t.reason} rows={2} />
        <Button icon="archive" busy={t.archivingBusy}>
          {t.archive}
        </Button>
      </ActionForm>
    </Fold>
  )
}

const Why = ({ top, may, hindered, locale }: StagePageProps) => {
  const t = texts[locale.lang]
  if (!may.lead) return <p class="soft">{t.archiveWho}</p>
  const why = [
    hindered.isBeingDecided && t.isBeingDecided,
    hindered.hasOpenReferral && t.hasOpenReferral,
    top.inForce && t.wasAdopted,
  ].filter(Boolean)
  return <Blocked why={t.notArchivable}>{why.join(' ')}</Blocked>
}
