import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { fullDay } from '../kit/dates.ts'
import { AreaField } from '../kit/field.tsx'
import { Blocked } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import type { EstablishingProps } from './decision-establishing-page.tsx'
import { texts } from './decision-establishing-texts.ts'

/** High resistance against the winner is talked about first (`DOMAIN.md 4.7`). */
export const TalkForm = (props: EstablishingProps) => {
  const { round, talk, may, locale } = props
  const t = texts[locale.lang]
  if (!round.count.flags.includes('talk_first')) return null
  return (
    <Block id="talk" title={t.talk}>
      <p>{t.talkWhy}</p>
      {talk ? (
        <>
          <p class="paragraphs">{talk.note}</p>
          <p class="soft">
            {talk.by}, {fullDay(locale, talk.createdAt)}
          </p>
        </>
      ) : may.noteTalk ? (
        <Ask {...props} />
      ) : (
        <Blocked why={t.talkFirst}>{t.talkWho}</Blocked>
      )}
    </Block>
  )
}

const Ask = ({ group, round, refusal, locale }: EstablishingProps) => {
  const t = texts[locale.lang]
  const refused = refusal?.of === 'talk' ? refusal.input : null
  const form = { id: 'talking', locale, refused, problems: t.problems }
  return (
    <ActionForm action={paths.roundTalk(group, round)} locale={locale} form={form}>
      <AreaField form={form} name="note" label={t.talkNote} rows={4} />
      <Button busy={t.talkSaving}>{t.talkSave}</Button>
    </ActionForm>
  )
}
