import type { MinutesObjectionEntry } from '#src/meetings/minutes/objections.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Facts } from '../kit/facts.tsx'
import { DoneLine } from '../kit/notice.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { AnswerObjection, RuleOnObjection } from './minutes-answer.tsx'
import type { MinutesPageProps } from './minutes-page.tsx'
import { ObjectionHead, ObjectionViews } from './minutes-said.tsx'
import { texts } from './minutes-texts.ts'

export type ObjectionProps = MinutesPageProps & { objection: MinutesObjectionEntry }

const HandOn = ({ objection, group, meeting, locale }: ObjectionProps) => {
  const t = texts[locale.lang]
  return (
    <ActionForm
      action={paths.minutesObjectionHanding(group, meeting, objection)}
      id={`hand-${objection.id}`}
      locale={locale}
      inline
    >
      <Button rank="quiet" busy={t.handing}>
        {t.handOn}
      </Button>
    </ActionForm>
  )
}

/** What was decided on the item holds on; where the minutes are put right it gets its correction note. */
const OnDecision = ({ objection, sections, group, locale }: ObjectionProps) => {
  const t = texts[locale.lang]
  const decided = sections.find(({ item }) => item.id === objection.itemId)?.decided ?? []
  const isUpheld = objection.state === 'upheld' || objection.state === 'accepted'
  return (
    <>
      {decided.map(({ cited, decisionId, recordId }) => (
        <p class="soft">
          <a href={paths.decision(cited)}>{t.decisionHolds({ number: cited })}</a>{' '}
          {isUpheld && (
            <a href={paths.newNote(group, { id: decisionId }, recordId ? 'recount' : 'answer')}>
              {t.toCorrection({ number: cited })}
            </a>
          )}
        </p>
      ))}
    </>
  )
}

const Objection = (props: ObjectionProps) => {
  const { objection, mayAbout, locale } = props
  const t = texts[locale.lang]
  const may = mayAbout.get(objection.id)
  return (
    <article class="sheet objection" id={`objection-${objection.id}`}>
      <ObjectionHead objection={objection} locale={locale} />
      <Facts
        facts={[
          { term: t.present, words: <span class="wortlaut">{objection.present}</span> },
          { term: t.wished, words: <span class="wortlaut">{objection.wished}</span> },
        ]}
      />
      <ObjectionViews objection={objection} prefix={props.group.prefix} locale={locale} />
      <OnDecision {...props} />
      {may?.answer && <AnswerObjection {...props} />}
      {may?.rule && <RuleOnObjection {...props} />}
      {may?.handOn && (
        <Actions>
          <HandOn {...props} />
        </Actions>
      )}
    </article>
  )
}

/** Everything that was objected, with what was said to it; it stays for good. */
export const MinutesObjections = (props: MinutesPageProps) => {
  const { minutes, locale } = props
  const t = texts[locale.lang]
  if (minutes.circulations.length === 0) return null
  return (
    <Block id="minutes-objections" title={t.objections}>
      {minutes.objections.length === 0 && <DoneLine>{t.noObjections}</DoneLine>}
      {minutes.objections.map((objection) => (
        <Objection {...props} objection={objection} />
      ))}
    </Block>
  )
}
