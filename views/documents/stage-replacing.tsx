import type { Neighbour } from '#src/documents/stages/top.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { SelectField, TextField } from '../kit/field.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { formOf } from './stage-form.ts'
import type { StagePageProps } from './stage-page.tsx'
import { texts } from './stage-page-texts.ts'

/** What takes whose place. */
export const Replacing = (props: StagePageProps) => {
  const { group, document, top, may, locale } = props
  const t = texts[locale.lang]
  return (
    <Block id="replacing" title={t.replacing} narrow>
      <p class="soft">{t.replacingMeans}</p>
      {top.replaces.map((older) => (
        <p>
          {t.replaces} <Other {...props} other={older} /> {!top.inForce && <span class="soft">· {t.will}</span>}
        </p>
      ))}
      {top.replacedBy && (
        <p>
          {t.replaced} <Other {...props} other={top.replacedBy} />
        </p>
      )}
      <Actions>
        {may.nameReplaced && <NameOlder {...props} />}
        {may.nameSuccessor && !top.replacedBy && <NameDecision {...props} />}
        {top.replacedBy && may.lead && (
          <ActionForm action={paths.successorEnd(group, document)} id="take-back" inline locale={locale}>
            <Button rank="quiet">{t.takeBack}</Button>
          </ActionForm>
        )}
        {!may.lead && <p class="soft">{t.replaceWho}</p>}
      </Actions>
    </Block>
  )
}

const Other = ({ group, other, locale }: StagePageProps & { other: Neighbour }) => {
  const t = texts[locale.lang]
  const { documentId, title, decision } = other
  if (decision) return <a href={paths.decision(decision)}>{decision}</a>
  return documentId ? <a href={paths.document(group, { id: documentId })}>{t.quoted({ title })}</a> : null
}

const NameOlder = (props: StagePageProps) => {
  const { group, document, replaceable, locale } = props
  const t = texts[locale.lang]
  const form = formOf('replace', props)
  if (replaceable.length === 0 && !form.refused) return <p class="soft">{t.noOlder}</p>
  return (
    <Fold id="replace-fold" label={t.older} icon="replace" open={!!form.refused}>
      <ActionForm action={paths.replacement(group, document)} form={form} locale={locale}>
        <SelectField
          form={form}
          name="older"
          label={t.older}
          options={replaceable.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <Button busy={t.naming}>{t.name}</Button>
      </ActionForm>
    </Fold>
  )
}

const NameDecision = (props: StagePageProps) => {
  const { group, document, locale } = props
  const t = texts[locale.lang]
  const form = formOf('successor', props)
  return (
    <Fold id="successor-fold" label={t.successor} icon="history" open={!!form.refused}>
      <ActionForm action={paths.successor(group, document)} form={form} locale={locale}>
        <TextField form={form} name="decision" label={t.successorNumber} hint={t.successorHint} max={30} />
        <Button busy={t.naming}>{t.name}</Button>
      </ActionForm>
    </Fold>
  )
}
