import type { NamedAnswer } from '#src/decisions/rounds/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { Facts } from '../kit/facts.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './round-texts.ts'
import { texts as words } from './texts.ts'

type Props = { answers: NamedAnswer[]; late?: NamedAnswer[]; note?: string; locale: Locale }

/** Who answered how, and what came too late: for the members of the group, after the count. */
export const NamedAnswers = ({ answers, late = [], note, locale }: Props) => {
  const t = texts[locale.lang]
  if (answers.length + late.length === 0) return null
  return (
    <Block id="answers" title={t.answers}>
      {note && <p class="soft">{note}</p>}
      <Facts
        facts={[
          ...answers.map((answer) => fact(answer, locale)),
          ...late.map((answer) => fact(answer, locale, t.tooLate)),
        ]}
      />
    </Block>
  )
}

const fact = ({ holder, choice, reason }: NamedAnswer, locale: Locale, note?: string) => ({
  term: holder.name,
  words: (
    <>
      <b>{words[locale.lang].choices[choice]}</b> {note && <span class="soft">({note})</span>}
      {reason && <p class="paragraphs">{reason}</p>}
    </>
  ),
})
