import type { Group, GuidingIdea } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Blocked, Empty } from '../kit/notice.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Actions, Block, Head } from '../kit/structure.tsx'
import { texts } from './ideas-texts.ts'

type Props = {
  group: Group
  ideas: GuidingIdea[]
  /** Code of an idea → code of the one that has taken its place. */
  replaced: Map<string, string>
  mayEdit: boolean
  /** Without an id: the form for a new one. */
  refused?: { id?: string; input: Refused } | null
  locale: Locale
}

type ActsProps = Omit<Props, 'mayEdit'> & { idea: GuidingIdea }

const replacedBy = (replaced: Map<string, string>, { code }: GuidingIdea, { lang }: Locale) => {
  const by = replaced.get(code)
  return by && texts[lang].replacedBy({ code: by })
}

/** What the alliance stands for, and for coordinators the forms to change it. */
export const IdeasPage = (props: Props) => {
  const { group, ideas, mayEdit, locale } = props
  const t = texts[locale.lang]
  return (
    <div class="stack wide">
      <Head
        narrow
        over={<a href={paths.group(group)}>{group.name}</a>}
        title={t.title}
        lead={t.lead}
        actions={<a href={paths.allIdeas()}>{t.trails}</a>}
      />
      <Block id="ideas" title={t.title} quiet narrow>
        {ideas.length === 0 && <Empty first={t.empty}>{t.emptyThen}</Empty>}
        <Rows first>
          {ideas.map((idea, place) => (
            <Row
              rand={<p class="rand">{idea.code}</p>}
              title={idea.title}
              href={paths.ideaTrail(idea.code)}
              meta={replacedBy(props.replaced, idea, locale)}
            >
              {mayEdit && <Acts {...props} idea={idea} isFirst={place === 0} />}
            </Row>
          ))}
        </Rows>
      </Block>
      {mayEdit ? <AddForm {...props} /> : <Blocked why={t.only} />}
    </div>
  )
}

const Acts = ({ group, idea, ideas, replaced, isFirst, refused, locale }: ActsProps & { isFirst: boolean }) => {
  const t = texts[locale.lang]
  const here = refused?.id === idea.id && !('newerId' in refused.input.problems) ? refused.input : null
  const form: FormState = { id: `idea-${idea.code}`, locale, refused: here, problems: t.problems }
  return (
    <Fold id={`fold-${idea.code}`} label={t.change} rank="quiet" open={refused?.id === idea.id}>
      <ActionForm action={paths.idea(group, idea)} form={form} locale={locale}>
        <TextField form={form} name="title" label={t.idea} value={idea.title} max={120} />
        <Actions>
          <Button rank="second">{t.save}</Button>
        </Actions>
      </ActionForm>
      <Actions>
        {!isFirst && (
          <ActionForm action={paths.ideaRise(group, idea)} id={`rise-${idea.code}`} locale={locale} inline>
            <Button rank="quiet">{t.rise}</Button>
          </ActionForm>
        )}
        <ActionForm action={paths.ideaRemoval(group, idea)} id={`remove-${idea.code}`} locale={locale} inline>
          <Button rank="quiet">{t.remove}</Button>
        </ActionForm>
      </Actions>
      <p class="soft">{t.removeThen}</p>
      <Replacing {...{ group, idea, ideas, replaced, refused, locale }} />
    </Fold>
  )
}

/** Another one takes its place: what is assigned to it shows „bitte prüfen“. */
const Replacing = ({ group, idea, ideas, replaced, refused, locale }: ActsProps) => {
  const t = texts[locale.lang]
  const others = ideas.filter(({ id, code }) => id !== idea.id && !replaced.has(code))
  if (replaced.has(idea.code) || others.length === 0) return null
  const input = refused?.id === idea.id && 'newerId' in refused.input.problems ? refused.input : null
  const form: FormState = { id: `replace-${idea.code}`, locale, refused: input, problems: t.problems }
  const options = others.map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` }))
  return (
    <ActionForm action={paths.ideaReplacement(group, idea)} form={form} locale={locale}>
      <SelectField form={form} name="newerId" label={t.replaceBy} hint={t.replaceThen} options={options} />
      <Actions>
        <Button rank="second">{t.replace}</Button>
      </Actions>
    </ActionForm>
  )
}

const AddForm = ({ group, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const input = refused && !refused.id ? refused.input : null
  const form: FormState = { id: 'new-idea', locale, refused: input, problems: t.problems }
  return (
    <Block id="add" title={t.add} narrow>
      <ActionForm action={paths.ideas(group)} form={form} locale={locale}>
        <TextField form={form} name="code" label={t.code} hint={t.codeHint} max={5} />
        <TextField form={form} name="title" label={t.idea} max={120} />
        <div>
          <Button>{t.add}</Button>
        </div>
      </ActionForm>
    </Block>
  )
}
