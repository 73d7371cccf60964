import type { Publishable } from '#src/documents/publications/model.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { AreaField, CheckField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Actions, Block, Column, Head } from '../kit/structure.tsx'
import { DocumentBody } from './body.tsx'
import { texts } from './publications-texts.ts'

type Props = { group: Group; subject: Publishable; slug: string; refused: Refused | null; locale: Locale }

/** What is checked before something becomes public, with the text that will be. */
export const NewPublicationPage = ({ group, subject, slug, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const { adoption, snapshot, group: of } = subject
  const form: FormState = { id: 'publish', locale, refused, problems: t.problems }
  const lead = {
    version: `${snapshot.number}${snapshot.suffix}`,
    citation: adoption.citation,
    when: day(locale, adoption.decidedOn),
    group: of.name,
  }
  return (
    <>
      <Head
        over={<a href={paths.publications(group)}>{t.title}</a>}
        title={t.newTitle({ title: snapshot.title })}
        lead={t.newLead(lead)}
        narrow
      />
      <Column>
        <ActionForm action={paths.publications(group)} form={form} locale={locale}>
          <input type="hidden" name="decision" value={adoption.citation} />
          <input type="hidden" name="read" value={snapshot.checksum} />
          <TextField form={form} name="slug" label={t.address} hint={t.addressHint} value={slug} max={80} />
          <TextField form={form} name="venue" label={t.venue} hint={t.venueHint} max={200} optional />
          <AreaField
            form={form}
            name="organisations"
            label={t.organisations}
            hint={t.organisationsHint}
            rows={4}
            optional
          />
          <AreaField
            form={form}
            name="minorityStatement"
            label={t.minorityStatement}
            hint={t.minorityHint}
            value={subject.dissent.join('\n\n')}
            rows={3}
            optional
          />
          <fieldset class="checks">
            <legend>{t.check}</legend>
            <CheckField form={form} name="personalData" label={t.personalData} />
            <CheckField form={form} name="minority" label={t.minority} />
            <CheckField form={form} name="accessibility" label={t.accessibility} />
          </fieldset>
          <Actions>
            <Button icon="globe" busy={t.going}>
              {t.go}
            </Button>
            <LinkButton rank="quiet" href={paths.publications(group)}>
              {t.cancel}
            </LinkButton>
          </Actions>
        </ActionForm>
        <Block id="preview" title={t.preview} narrow>
          <DocumentBody
            content={snapshot.content}
            locale={locale}
            pictures={(id) => paths.decisionPicture(adoption.citation, { id })}
          />
        </Block>
      </Column>
    </>
  )
}
