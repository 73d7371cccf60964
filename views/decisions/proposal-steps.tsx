import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import type { ProposalPageProps } from './proposal-page.tsx'
import { texts } from './talk-texts.ts'

/** Presenting and deliberating: steps before a round, each of which may be left out. */
export const ProposalSteps = (props: ProposalPageProps) => {
  const { may } = props
  if (may.present) return <Present {...props} />
  return may.deliberate ? <Deliberate {...props} /> : null
}

const Present = ({ group, matter, may, refused, locale }: ProposalPageProps) => {
  const t = texts[locale.lang]
  return (
    <ActionForm action={paths.proposalPart(group, matter.proposal, 'presentation')} id="present" locale={locale}>
      {refused?.form === 'presentation' && <Notice tone="late" first={t.rationaleFirst} />}
      <p class="soft">
        {may.openRound && t.nextLead} {t.presentMeans}
      </p>
      <Button rank="second" busy={t.presenting}>
        {t.present}
      </Button>
    </ActionForm>
  )
}

const Deliberate = ({ group, matter, locale }: ProposalPageProps) => {
  const t = texts[locale.lang]
  return (
    <ActionForm action={paths.proposalPart(group, matter.proposal, 'deliberation')} id="deliberate" locale={locale}>
      <p class="soft">{t.deliberateMeans}</p>
      <Button rank="second" busy={t.deliberating}>
        {t.deliberate}
      </Button>
    </ActionForm>
  )
}
