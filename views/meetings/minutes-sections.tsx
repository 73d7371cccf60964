import type { LineEntry, MinutesSection } from '#src/meetings/minutes/page-facts.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Block } from '../kit/structure.tsx'
import { itemTitle } from './item-title.ts'
import { Became } from './minutes-became.tsx'
import { ObjectTo } from './minutes-object.tsx'
import type { MinutesPageProps } from './minutes-page.tsx'
import { texts } from './minutes-texts.ts'

export type SectionProps = MinutesPageProps & { section: MinutesSection }

const beginning = (line: string) => (line.length > 60 ? `${line.slice(0, 57)}…` : line)

const Lift = (props: SectionProps & { line: LineEntry; place: number; kind: 'decision' | 'task' }) => {
  const { section, line, place, kind, group, meeting, locale } = props
  const t = texts[locale.lang]
  const action = kind === 'decision' ? paths.lineDecision : paths.lineTask
  const said = { line: beginning(line.text) }
  return (
    <ActionForm
      action={action(group, meeting, section.item)}
      id={`${kind}-${section.number}-${place}`}
      locale={locale}
      inline
    >
      <input type="hidden" name="quote" value={line.text} />
      <Button rank="quiet" icon={kind === 'decision' ? 'scale' : 'list-checks'} busy={t.making}>
        {t[kind]}
        <span class="vh">: {kind === 'decision' ? t.decisionOf(said) : t.taskOf(said)}</span>
      </Button>
    </ActionForm>
  )
}

const Line = (props: SectionProps & { line: LineEntry; place: number }) => {
  const { section, line, group, may, minutes, locale } = props
  const isLeft = (kind: 'decision' | 'task') => !line.links.some((link) => link.kind === kind)
  const isOpen = may.lift && minutes.state !== 'approved'
  return (
    <li class="minutes-line">
      <p class="wortlaut">{line.text}</p>
      {line.links.length > 0 && <Became links={line.links} {...{ group, locale }} />}
      {isOpen && (
        <p class="actions">
          {section.mayDecide && isLeft('decision') && <Lift {...props} kind="decision" />}
          {isLeft('task') && <Lift {...props} kind="task" />}
        </p>
      )}
    </li>
  )
}

const Changed = ({ section: { changed }, group, locale }: SectionProps) => (
  <>
    {changed.map((link) => (
      <div class="minutes-line">
        <p class="soft">{texts[locale.lang].changedLine({ quote: link.quote })}</p>
        <Became links={[link]} {...{ group, locale }} />
      </div>
    ))}
  </>
)

const Section = (props: SectionProps) => {
  const { section, may, locale } = props
  const t = texts[locale.lang]
  const { item, number, lines, decided } = section
  return (
    <Block id={`item-${item.id}`} title={`${t.item({ number })}: ${itemTitle(locale, item)}`}>
      {lines.length === 0 ? (
        <p class="soft">{props.minutes.state === 'approved' ? t.noLinesThen : t.noLines}</p>
      ) : (
        <ul class="plain">
          {lines.map((line, place) => (
            <Line {...props} line={line} place={place} />
          ))}
        </ul>
      )}
      <Changed {...props} />
      {decided.length > 0 && (
        <p>
          {t.decidedHere}:{' '}
          {decided.map(({ cited }) => (
            <ShelfMark number={cited} href={paths.decision(cited)} />
          ))}
        </p>
      )}
      {may.object && <ObjectTo {...props} />}
    </Block>
  )
}

/** Item by item what was written, and what lines became. */
export const MinutesSections = (props: MinutesPageProps) => (
  <>
    {props.sections.map((section) => (
      <Section {...props} section={section} />
    ))}
  </>
)
