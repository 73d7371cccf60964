import { paths } from '#src/paths.ts'
import { categoryWords } from '../decisions/seat-words.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { SelectField } from '../kit/field.tsx'
import { Actions } from '../kit/structure.tsx'
import type { ItemProps } from './session-items.tsx'
import { texts } from './session-texts.ts'

const Declared = ({ one: { item, conflicts }, isOpen, ...props }: ItemProps & { isOpen: boolean }) => {
  const { group, meeting, me, may, locale } = props
  const t = texts[locale.lang]
  return (
    <ul class="plain">
      {conflicts.map(({ personId, name, category }) => (
        <li class="attending">
          <span>
            <b>{name}</b> <span class="soft">· {categoryWords(locale, category)}</span>
          </span>
          {isOpen && (may.run || me === personId) && (
            <ActionForm
              action={paths.conflictEnd(group, meeting, item, personId)}
              id={`unrecuse-${item.id}-${personId}`}
              locale={locale}
              inline
            >
              <Button rank="quiet" busy={t.asking}>
                {t.withdraw}
              </Button>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}

const Declare = ({ one: { item }, group, meeting, me, may, members, categories, refused, locale }: ItemProps) => {
  const t = texts[locale.lang]
  const mine = refused?.at === item.id && refused.input.problems.question === undefined ? refused.input : null
  const form = { id: `conflict-${item.id}`, locale, refused: mine, problems: t.problems }
  const people = may.run ? members : members.filter(({ id }) => id === me)
  const reasons = categories.map((value) => ({ value, label: categoryWords(locale, value) }))
  if (reasons.length === 0) return null
  return (
    <Fold id={`declare-${item.id}`} label={t.declare} icon="plus" rank="quiet" open={mine !== null}>
      <ActionForm action={paths.conflicts(group, meeting, item)} locale={locale} form={form}>
        <SelectField
          form={form}
          name="personId"
          label={t.who}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={me}
        />
        <SelectField form={form} name="category" label={t.why} hint={t.whyHint} options={reasons} />
        <Button rank="second" busy={t.asking}>
          {t.save}
        </Button>
      </ActionForm>
    </Fold>
  )
}

/** Asked before anything is decided: who is in conflict about this item (`DOMAIN.md 4.1 G9`). */
export const SessionConflicts = (props: ItemProps & { isOpen: boolean }) => {
  const { one, group, meeting, may, isOpen, locale } = props
  const t = texts[locale.lang]
  const { item, isAsked, conflicts } = one
  const asked = conflicts.length > 0 ? t.askedSome : t.asked
  return (
    <div class="conflicts">
      <p>
        <b>{t.conflicts}</b> <span class="soft">{isAsked && asked}</span>
      </p>
      {conflicts.length > 0 && <Declared {...props} />}
      {isOpen && (
        <Actions>
          {!isAsked && may.run && (
            <ActionForm
              action={paths.conflictQuestion(group, meeting, item)}
              id={`ask-${item.id}`}
              locale={locale}
              inline
            >
              <Button rank="second" busy={t.asking}>
                {t.ask}
              </Button>
            </ActionForm>
          )}
          <Declare {...props} />
        </Actions>
      )}
    </div>
  )
}
