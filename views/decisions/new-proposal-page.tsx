import type { SnapshotToDecide } from '#src/decisions/papers.ts'
import type { Way } from '#src/decisions/rounds/ways.ts'
import type { Rules } from '#src/groups/rules.ts'
import type { Group, GuidingIdea } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Column, Head } from '../kit/structure.tsx'
import { SimilarWhileTyping } from '../similar/while-typing.tsx'
import { OpeningFields } from './opening-fields.tsx'
import { texts as openingTexts } from './opening-texts.ts'
import { ContextFields, WordingFields } from './proposal-fields.tsx'
import { texts as formTexts } from './proposal-form-texts.ts'
import { MoreFields } from './proposal-more-fields.tsx'
import { texts } from './proposal-texts.ts'
import { texts as words } from './texts.ts'

type Props = {
  group: Group
  snapshots: SnapshotToDecide[]
  ideas: GuidingIdea[]
  /** Chosen on the way here. */
  snapshotId?: string
  rules: Rules
  ways: Way[]
  /** May also open the first round. */
  mayOpen: boolean
  refused?: Refused | null
  locale: Locale
}

export const NewProposalPage = ({
  group,
  snapshots,
  ideas,
  snapshotId,
  rules,
  ways,
  mayOpen,
  refused,
  locale,
}: Props) => {
  const t = texts[locale.lang]
  const form = {
    id: 'proposal',
    locale,
    refused,
    problems: { ...formTexts[locale.lang].problems, ...t.problems, ...openingTexts[locale.lang].problems },
  }
  const title = snapshots.find(({ id }) => id === snapshotId)?.title
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a> · <a href={paths.proposals(group)}>{words[locale.lang].deciding}</a>
    </>
  )
  return (
    <>
      <Head over={over} title={t.make} lead={t.newLead} narrow />
      <Column>
        <ActionForm action={paths.proposals(group)} locale={locale} form={form}>
          <WordingFields form={form} values={{ title }} below={<SimilarWhileTyping form={form} group={group} />} />
          <ContextFields form={form} group={group} snapshots={snapshots} values={{ snapshotId: snapshotId ?? null }} />
          <MoreFields form={form} ideas={ideas} />
          {mayOpen && <OpeningFields form={form} rules={rules} ways={ways} mayWait atOnce={title !== undefined} />}
          <Button busy={t.making}>{t.make}</Button>
        </ActionForm>
      </Column>
    </>
  )
}
