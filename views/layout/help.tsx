import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { type Fact, Facts } from '../kit/facts.tsx'
import { Journey } from '../kit/journey.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { texts as answeringTexts } from './help-answering-texts.ts'
import { texts as circleTexts } from './help-circle-texts.ts'
import { texts as commentTexts } from './help-comments-texts.ts'
import { texts as comparisonTexts } from './help-comparison-texts.ts'
import { texts as decisionTexts } from './help-decisions-texts.ts'
import { texts as fileTexts } from './help-files-texts.ts'
import { texts as mandateTexts } from './help-mandates-texts.ts'
import { texts as meetingTexts } from './help-meetings-texts.ts'
import { texts as minutesTexts } from './help-minutes-texts.ts'
import { texts as partTexts } from './help-parts-texts.ts'
import { texts as proposingTexts } from './help-proposing-texts.ts'
import { texts as receivingTexts } from './help-receiving-texts.ts'
import { texts as registerTexts } from './help-register-texts.ts'
import { texts as roundTexts } from './help-rounds-texts.ts'
import { texts as ruleTexts } from './help-rules-texts.ts'
import { texts as seatTexts } from './help-seats-texts.ts'
import { texts as sendingTexts } from './help-sending-texts.ts'
import { texts as stageTexts } from './help-stages-texts.ts'
import { texts as suggestingTexts } from './help-suggesting-texts.ts'
import { texts as taskTexts } from './help-tasks-texts.ts'
import { texts } from './help-texts.ts'
import { texts as trailTexts } from './help-trail-texts.ts'
import { texts as versionTexts } from './help-versions-texts.ts'
import { texts as writingTexts } from './help-writing-texts.ts'

interface Section {
  id: string
  title: string
  list: readonly Fact[]
  more?: string
}

/** What everybody needs, and what those look up who prepare meetings and hand matters on: two pages, so that each arrives at once. */
export type HelpPart = 'first' | 'circle'

/** In the order in which somebody new comes to need it. */
const firstSections = ({ lang }: Locale): Section[] => {
  const t = texts[lang]
  return [
    { id: 'roles', title: t.roles, list: t.roleList },
    { id: 'methods', title: t.methods, list: t.methodList, more: t.methodMore },
    { id: 'proposing', ...proposingTexts[lang] },
    { id: 'answering', ...answeringTexts[lang] },
    { id: 'rounds', ...roundTexts[lang] },
    { id: 'rules', ...ruleTexts[lang] },
    { id: 'seats', ...seatTexts[lang] },
    { id: 'decisions', ...decisionTexts[lang] },
    { id: 'register', ...registerTexts[lang] },
    { id: 'writing', ...writingTexts[lang] },
    { id: 'parts', ...partTexts[lang] },
    { id: 'comments', ...commentTexts[lang] },
    { id: 'suggesting', ...suggestingTexts[lang] },
    { id: 'versions', ...versionTexts[lang] },
    { id: 'stages', ...stageTexts[lang] },
    { id: 'comparing', ...comparisonTexts[lang] },
    { id: 'files', ...fileTexts[lang] },
    { id: 'good', title: t.good, list: t.goodList },
  ]
}

const circleSections = ({ lang }: Locale): Section[] => [
  { id: 'circle', ...circleTexts[lang] },
  { id: 'sending', ...sendingTexts[lang] },
  { id: 'receiving', ...receivingTexts[lang] },
  { id: 'meetings', ...meetingTexts[lang] },
  { id: 'minutes', ...minutesTexts[lang] },
  { id: 'tasks', ...taskTexts[lang] },
  { id: 'mandates', ...mandateTexts[lang] },
  { id: 'across', ...trailTexts[lang] },
]

type Listed = { href: string; title: string }

const linked = (sections: Section[], page = ''): Listed[] =>
  sections.map(({ id, title }) => ({ href: `${page}#${id}`, title }))

const Contents = ({ label, listed }: { label: string; listed: Listed[] }) => (
  <nav class="contents" aria-label={label}>
    <ul class="plain">
      {listed.map(({ href, title }) => (
        <li>
          <a href={href}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
)

const Sections = ({ sections }: { sections: Section[] }) => (
  <Column>
    {sections.map(({ id, title, list, more }) => (
      <Block id={id} title={title}>
        <Facts facts={[...list]} />
        {more && <p>{more}</p>}
      </Block>
    ))}
  </Column>
)

const Loop = ({ locale }: { locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <Block id="loop" title={t.loop}>
      <Journey label={t.loop} legs={t.legs.map((leg) => ({ ...leg, state: 'done' }))} />
      <p>{t.loopMore}</p>
    </Block>
  )
}

/** What this is for, the way of a matter, and who can do what; both pages list everything. */
export const HelpPage = ({ locale, part = 'first' }: { locale: Locale; part?: HelpPart }) => {
  const t = texts[locale.lang]
  const [first, circle] = [firstSections(locale), circleSections(locale)]
  const isFirst = part === 'first'
  const listed = [...linked(first, isFirst ? '' : paths.help()), ...linked(circle, isFirst ? paths.helpOnCircle() : '')]
  return (
    <>
      <Head narrow title={isFirst ? t.title : t.onCircle} lead={isFirst ? t.lead : undefined} />
      <Contents label={t.contents} listed={listed} />
      {isFirst && <Loop locale={locale} />}
      <Sections sections={isFirst ? first : circle} />
    </>
  )
}
