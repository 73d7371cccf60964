import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Dialog, Fold } from '../kit/dialog.tsx'
import { TextField } from '../kit/field.tsx'
import { texts } from './version-texts.ts'

type NameProps = { action: string; label: string; value?: string; refused?: Refused | null; locale: Locale }

/** A state that has a name is kept for good. */
export const NameForm = ({ action, label, value, refused, locale }: NameProps) => {
  const t = texts[locale.lang]
  const form = { id: 'name-state', locale, refused: refused ?? null }
  return (
    <Fold id="name-fold" label={label} icon="stamp" open={!!refused}>
      <ActionForm action={action} form={form} locale={locale}>
        <TextField form={form} name="name" label={t.stateName} hint={t.stateNameHint} value={value} max={100} />
        <Button icon="stamp" busy={t.naming}>
          {label}
        </Button>
      </ActionForm>
    </Fold>
  )
}

type RestoreProps = { group: Group; document: { id: string }; version: string; name: string; locale: Locale }

/** Asks first, although nothing is lost by it: everybody who is writing sees the text change. */
export const RestoreForm = ({ group, document, version, name, locale }: RestoreProps) => {
  const t = texts[locale.lang]
  return (
    <Dialog id="restore" label={t.restore} icon="rotate-ccw" rank="second" title={t.restoreTitle({ name })}>
      <p>{t.restoreMeans}</p>
      <ActionForm action={paths.versionRestoration(group, document, version)} id="restore-form" locale={locale}>
        <Button icon="rotate-ccw" busy={t.restoring}>
          {t.restore}
        </Button>
        <Button rank="quiet" cancels>
          {t.cancel}
        </Button>
      </ActionForm>
    </Dialog>
  )
}
