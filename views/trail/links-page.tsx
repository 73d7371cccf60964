import type { Group, GuidingIdea } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Subjects } from '#src/trail/linking.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import type { Linked } from '#src/web/trail-paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { CheckList } from '../kit/choices.tsx'
import { TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Column, Head } from '../kit/structure.tsx'
import { texts } from './texts.ts'

type Props = {
  group: Group
  things: Linked
  thing: { id: string; title: string }
  /** Where the thing itself is. */
  back: string
  ideas: GuidingIdea[]
  subjects: Subjects
  refused?: Refused | null
  locale: Locale
}

/** Says which ideas and topics something is about. */
export const LinksPage = ({ group, things, thing, back, ideas, subjects, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const form: FormState = { id: 'links', locale, refused, problems: t.problems }
  return (
    <>
      <Head narrow over={<a href={back}>{thing.title}</a>} title={t.linkTitle} lead={t.linkLead} />
      <Column>
        <ActionForm action={paths.subjects(group, things, thing)} form={form} locale={locale}>
          {ideas.length > 0 && (
            <CheckList
              form={form}
              name="ideaIds"
              legend={t.ideas}
              options={ideas.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
              values={subjects.ideas.map(({ id }) => id)}
            />
          )}
          <TextField
            form={form}
            name="topics"
            label={t.topics}
            hint={t.topicsHint}
            value={subjects.topics.join(', ')}
            max={400}
            optional
          />
          <Button busy={t.linking}>{t.link}</Button>
        </ActionForm>
      </Column>
    </>
  )
}
