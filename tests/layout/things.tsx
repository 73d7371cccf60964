import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '#views/kit/action-form.tsx'
import { Button } from '#views/kit/button.tsx'
import { Dialog, Fold } from '#views/kit/dialog.tsx'
import { AreaField, TextField } from '#views/kit/field.tsx'
import { Live } from '#views/kit/live.tsx'
import { Head } from '#views/kit/structure.tsx'

export type Thing = { title: string; words?: string; leadsTo?: string }

type Props = { locale: Locale; things: Thing[]; refused?: Refused }

const Elsewhere = ({ locale, to, status }: { locale: Locale; to: string; status?: string }) => (
  <ActionForm action={status ? `/broken/${status}` : '/things'} id={`to-${status ?? 'thing'}`} locale={locale} inline>
    <input type="hidden" name="title" value="Sache" />
    <input type="hidden" name="leadsTo" value={to} />
    <input name="note" aria-label={`Notiz ${status ?? ''}`} />
    <Button busy="Wird geschickt …">{status ?? 'weiter'}</Button>
  </ActionForm>
)

export const ThingsPage = ({ locale, things, refused }: Props) => {
  const form = { id: 'new-thing', locale, refused }
  const asked = { id: 'asked', locale }
  return (
    <>
      <Head title={`${things.length} Sachen`} />
      <p class="far" />
      <Live id="things" on="things" href="/things">
        <p id="count">{things.length}</p>
        <ul>
          {things.map((thing) => (
            <li>{thing.title}</li>
          ))}
        </ul>
        <textarea id="inside" aria-label="Darin" />
        <ActionForm action="/things" id="offered" locale={locale}>
          <input name="title" value="Wie vorgeschlagen" aria-label="Vorschlag" />
          <select name="words" aria-label="Wort">
            <option>eins</option>
            <option>zwei</option>
          </select>
          <Button>So anlegen</Button>
        </ActionForm>
        <details id="unfolded">
          <summary>Mehr</summary>
        </details>
      </Live>
      <ActionForm action="/things" form={form} locale={locale}>
        <TextField form={form} name="title" label="Titel" />
        <AreaField form={form} name="words" label="Worte" />
        <Button busy="Wird angelegt …">Anlegen</Button>
      </ActionForm>
      <Dialog id="ask" label="Fragen" title="Wirklich?">
        <ActionForm action="/things" form={asked} locale={locale}>
          <TextField form={asked} name="title" label="Gefragt" />
          <Button>Ja</Button>
          <Button cancels rank="second">
            Nein
          </Button>
        </ActionForm>
      </Dialog>
      <Fold label="Falten">
        <Elsewhere locale={locale} to="/things/0" />
      </Fold>
      <Elsewhere locale={locale} to="" status="500" />
      <Elsewhere locale={locale} to="" status="403" />
      <Elsewhere locale={locale} to="" status="401" />
      <input id="outside" aria-label="Draußen" />
    </>
  )
}

export const ThingPage = ({ thing }: { thing?: Thing }) => <Head title={thing?.title ?? 'Nichts'} />
