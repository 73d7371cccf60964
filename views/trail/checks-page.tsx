import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ToCheck } from '#src/trail/checking.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { DoneLine } from '../kit/notice.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Block, Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { Causes } from './causes.tsx'
import { texts } from './check-texts.ts'
import { texts as words } from './texts.ts'

type Props = {
  group: Group
  waiting: ToCheck[]
  mayCheck: boolean
  /** Of the form about this very thing. */
  refused?: { thingId: string; input: Refused } | null
  locale: Locale
}

export const hrefOfThing = (
  group: { slug: string },
  { thing, thingId: id, number }: Pick<ToCheck, 'thing' | 'thingId' | 'number'>,
) => {
  if (thing === 'decision') return paths.decision(number)
  if (thing === 'document') return paths.document(group, { id })
  if (thing === 'proposal') return paths.proposal(group, { id })
  return thing === 'task' ? paths.task(group, { id }) : paths.referral(group, { id })
}

/** What in this group leans on something that has ended. */
export const ChecksPage = (props: Props) => {
  const { group, waiting, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <GroupHead locale={locale} group={group} title={t.title} lead={t.lead} />
      <Column>
        <Block id="checks" title={t.title} quiet>
          {waiting.length === 0 && <DoneLine>{t.empty}</DoneLine>}
          <Rows first>
            {waiting.map((one) => (
              <Waiting {...props} one={one} />
            ))}
          </Rows>
        </Block>
      </Column>
    </>
  )
}

const Waiting = ({ group, one, mayCheck, refused, locale }: Props & { one: ToCheck }) => {
  const input = refused?.thingId === one.thingId ? refused.input : null
  const { thing, thingId, causes } = one
  const t = texts[locale.lang]
  const form: FormState = { id: `check-${thingId}`, locale, refused: input, problems: t.problems }
  return (
    <Row
      rand={<p class="rand">{one.number || words[locale.lang].kinds[thing]}</p>}
      title={one.title}
      href={hrefOfThing(group, one)}
    >
      <Causes causes={causes} locale={locale} />
      {mayCheck && (
        <ActionForm action={paths.checks(group)} form={form} locale={locale}>
          <input type="hidden" name="thing" value={thing} />
          <input type="hidden" name="thingId" value={thingId} />
          {causes.map(({ id }) => (
            <input type="hidden" name="causeIds" value={id} />
          ))}
          <TextField form={form} name="words" label={t.words} hint={t.wordsHint} max={500} />
          <div>
            <Button rank="second" icon="check" busy={t.checking}>
              {t.check}
            </Button>
          </div>
        </ActionForm>
      )}
    </Row>
  )
}
