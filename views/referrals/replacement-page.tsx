import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { AreaField, SelectField } from '../kit/field.tsx'
import { Empty } from '../kit/notice.tsx'
import { Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { texts } from './ending-texts.ts'

type Props = {
  group: Group
  entry: ReferralEntry
  successors: { id: string; cited: string; title: string }[]
  refused?: Refused | undefined
  locale: Locale
}

/** Proposes that a newer referral takes the place of this one; the group that sent both has to agree. */
export const ReplacementPage = (props: Props) => {
  const { group, entry, successors, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <GroupHead
        locale={locale}
        group={group}
        tab={group.kind === 'circle' ? 'inbox' : undefined}
        over={<a href={paths.referral(group, entry)}>{`${entry.cited}: ${entry.title}`}</a>}
        title={t.replaceTitle({ number: entry.cited })}
        lead={t.replaceLead}
      />
      <Column>
        {successors.length === 0 ? <Empty first={t.noSuccessor}>{t.noSuccessorThen}</Empty> : <Proposal {...props} />}
      </Column>
    </>
  )
}

const Proposal = ({ group, entry, successors, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const form = { id: 'replacement', locale, refused: refused ?? null, problems: t.problems }
  const options = successors.map(({ id, cited, title }) => ({ value: id, label: `${cited}: ${title}` }))
  return (
    <ActionForm action={paths.referralReplacements(group, entry)} form={form} locale={locale}>
      <SelectField form={form} name="successorId" label={t.successor} options={options} />
      <AreaField form={form} name="words" label={t.replaceWhy} rows={2} optional />
      <div class="actions">
        <Button icon="send" busy={t.proposing}>
          {t.propose}
        </Button>
        <LinkButton href={paths.referral(group, entry)} rank="second">
          {t.notYet}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
