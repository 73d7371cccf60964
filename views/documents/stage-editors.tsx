import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { SelectField, TextField } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { formOf } from './stage-form.ts'
import type { StagePageProps } from './stage-page.tsx'
import { texts } from './stage-page-texts.ts'

/** Who may put typing errors right in what was adopted. */
export const Editors = (props: StagePageProps) => {
  const { group, document, top, mandates, correction, may, locale } = props
  const t = texts[locale.lang]
  return (
    <Block id="editing" title={t.editors} narrow>
      <p class="soft">{t.editorsMeans}</p>
      {!top.inForce && <p>{t.notAdopted}</p>}
      {top.inForce && mandates.length === 0 && <p>{t.nobodyEdits}</p>}
      {mandates.map((mandate) => (
        <Mandate {...props} mandate={mandate} />
      ))}
      {correction && (
        <Notice icon="users" first={t.correctionWaits({ name: correction.madeBy })}>
          <a href={paths.corrections(group, document)}>{t.lookAtCorrection}</a>
        </Notice>
      )}
      {top.inForce && (
        <Actions>
          {!correction && (
            <LinkButton rank="second" icon="pencil-line" href={paths.corrections(group, document)}>
              {t.toCorrections}
            </LinkButton>
          )}
          {may.giveEditor ? <Give {...props} /> : <p class="soft">{t.giveWho}</p>}
        </Actions>
      )}
    </Block>
  )
}

const Mandate = ({
  group,
  document,
  mandate,
  locale,
}: StagePageProps & { mandate: StagePageProps['mandates'][number] }) => {
  const t = texts[locale.lang]
  const { id, name, scope, decision, givenBy, confirmedBy, may } = mandate
  const origin = decision
    ? t.givenWith({ number: decision })
    : confirmedBy
      ? t.givenBy({ name: givenBy, second: confirmedBy })
      : t.waits({ name: givenBy })
  return (
    <div>
      <p>
        <b>{name}</b>: {scope} <span class="soft">· {origin}</span>
      </p>
      <Actions>
        {may.confirm && (
          <ActionForm
            action={paths.editorConfirmation(group, document, { id })}
            id={`confirm-${id}`}
            inline
            locale={locale}
          >
            <Button rank="second" icon="check" busy={t.confirming}>
              {t.confirm}
            </Button>
          </ActionForm>
        )}
        {may.end && (
          <ActionForm action={paths.editorEnd(group, document, { id })} id={`end-${id}`} inline locale={locale}>
            <Button rank="quiet">{t.endEditor({ name })}</Button>
          </ActionForm>
        )}
      </Actions>
    </div>
  )
}

const Give = (props: StagePageProps) => {
  const { group, document, people, locale } = props
  const t = texts[locale.lang]
  const form = formOf('editor', props)
  return (
    <Fold id="editor-fold" label={t.giveEditor} icon="user-plus" open={!!form.refused}>
      <ActionForm action={paths.editors(group, document)} form={form} locale={locale}>
        <SelectField
          form={form}
          name="person"
          label={t.editor}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField form={form} name="scope" label={t.scope} value={t.scopeValue} max={100} />
        <TextField form={form} name="decision" label={t.decision} hint={t.decisionHint} max={30} optional />
        <Button busy={t.giving}>{t.giveEditor}</Button>
      </ActionForm>
    </Fold>
  )
}
