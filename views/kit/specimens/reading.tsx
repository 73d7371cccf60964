import { paths } from '#src/paths.ts'
import { addedDays, time, weekday } from '../dates.ts'
import { Icon } from '../icon.tsx'
import { colourOf, Disc, PeopleList, Presence } from '../people.tsx'
import { Wording } from '../sheet.tsx'
import { Block, Head } from '../structure.tsx'
import { Table } from '../table.tsx'
import { Tabs } from '../tabs.tsx'
import { Timeline } from '../timeline.tsx'
import type { SpecimenProps } from './acting.tsx'
import { texts } from './texts.ts'

export const Type = ({ locale, side, here }: SpecimenProps) => {
  const t = texts[locale.lang]
  return (
    <Block id={`${side}-type`} title={t.sections.type}>
      <Tabs label={t.over} tabs={t.tabs.map((label, place) => ({ href: here, label, current: place === 0 }))} />
      <Head over={t.over} title={t.heading} lead={t.lead2} />
      <p>
        {t.body} <a href={here}>{t.read}</a>
      </p>
      <Wording text={t.wording} />
    </Block>
  )
}

export const Listing = ({ locale, side }: SpecimenProps) => {
  const t = texts[locale.lang]
  const columns = [{ label: t.group }, { label: t.mandate }, { label: t.openTasks, figure: true }]
  const rows = [
    [<a href={paths.groups()}>AG&nbsp;Energie</a>, '31.12.2027', '2'],
    [<a href={paths.groups()}>AG&nbsp;Mobilität</a>, '31.12.2026', '1'],
  ]
  const entries = [
    { at: locale.now, label: time(locale, locale.now), words: t.happened },
    { at: addedDays(locale, -2), label: weekday(locale, addedDays(locale, -2)), words: t.happened2 },
  ]
  return (
    <Block id={`${side}-table`} title={t.sections.table}>
      <Table caption={t.groups} columns={columns} rows={rows} />
      <Timeline entries={entries} />
    </Block>
  )
}

const cast = [
  'Swantje Kieselbach',
  'Tarek Lindhövel',
  'Gerd Moosbach',
  'Jost Wippermühl',
  'Vera Anders',
  'Ayla Brenscheid',
]

export const Persons = ({ locale, side }: SpecimenProps) => {
  const t = texts[locale.lang]
  return (
    <Block id={`${side}-people`} title={t.sections.people}>
      <Presence people={cast.slice(0, 2).map((name) => ({ id: name, name }))} words={t.writing} />
      <p class="presence">
        {cast.map((name, place) => (
          <Disc name={name} colour={place + 1} />
        ))}
        <Disc name={cast[2] ?? ''} />
      </p>
      <PeopleList
        people={[
          { name: cast[0], note: t.lead3 },
          { name: cast[1], note: t.delegate },
        ]}
      />
    </Block>
  )
}

export const Paper = ({ locale, side }: SpecimenProps) => {
  const t = texts[locale.lang]
  return (
    <Block id={`${side}-paper`} title={t.sections.paper}>
      <p class="doc-title">{t.kicker}</p>
      <div class="paper">
        <p>
          {t.paper} <del>{t.gone}</del> <ins>{t.came}</ins>.
        </p>
        <h2>{t.demands}</h2>
        <ol>
          {t.items.map((item) => (
            <li>{item}</li>
          ))}
        </ol>
        <p>
          <em>{t.kicker}</em>: <mark>{t.marked}</mark>, <strong>{t.done}</strong>
          <span class="caret" data-who={colourOf('Tarek')} data-name="Tarek" />.
        </p>
        <blockquote>
          <p>{t.quote}</p>
        </blockquote>
      </div>
    </Block>
  )
}

const Save = ({
  state,
  icon,
  words,
}: {
  state?: string
  icon: 'check' | 'cloud' | 'cloud-off' | 'triangle-alert'
  words: string
}) => (
  <p class="save" data-save={state}>
    <Icon name={icon} /> <span>{words}</span>
  </p>
)

export const Editor = ({ locale, side }: SpecimenProps) => {
  const t = texts[locale.lang]
  const tools = [
    ['bold', t.tools.bold],
    ['list', t.tools.list],
    ['link', t.tools.link],
    ['undo-2', t.tools.undo],
  ] as const
  return (
    <Block id={`${side}-editor`} title={t.sections.editor}>
      <div class="bar">
        <div class="tools">
          {tools.map(([icon, label], place) => (
            <button type="button" aria-pressed={place === 0 ? 'true' : 'false'}>
              <Icon name={icon} />
              <span class="word">{label}</span>
            </button>
          ))}
        </div>
        <Save icon="check" words={t.saved} />
      </div>
      <Save state="sending" icon="cloud" words={t.sending} />
      <Save state="offline" icon="cloud-off" words={t.offline} />
      <Save state="failed" icon="triangle-alert" words={t.failed} />
    </Block>
  )
}
