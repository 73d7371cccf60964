import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import type { SectionProps } from './minutes-sections.tsx'
import { texts } from './minutes-texts.ts'

/** Somebody remembers an item differently: how it stands, how it should read. Both begin with what stands there. */
export const ObjectTo = ({ section: { item, lines }, group, meeting, refused, locale }: SectionProps) => {
  const t = texts[locale.lang]
  const mine = refused?.form === 'objection' && refused.at === item.id ? refused.input : null
  const form = { id: `object-${item.id}`, locale, refused: mine, problems: t.objectionProblems }
  const present = lines.map(({ text }) => text).join('\n')
  const rows = Math.max(2, lines.length)
  return (
    <Fold id={`object-fold-${item.id}`} label={t.object} icon="flag" rank="quiet" open={mine !== null}>
      <p class="soft">{t.objectionMeans}</p>
      <ActionForm action={paths.minutesObjections(group, meeting)} locale={locale} form={form}>
        <input type="hidden" name="itemId" value={item.id} />
        <AreaField form={form} name="present" label={t.present} hint={t.presentHint} rows={rows} value={present} />
        <AreaField form={form} name="wished" label={t.wished} rows={rows} value={present} />
        <Button rank="second" busy={t.raising}>
          {t.raise}
        </Button>
      </ActionForm>
    </Fold>
  )
}
