import type { Child } from 'hono/jsx'
import type { EditionEntry } from '#src/documents/editions/model.ts'
import type { Preview, Told, ToldOld, ToldPair } from '#src/documents/editions/preview.ts'
import type { Paper } from '#src/documents/model.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { DoneLine, Notice } from '../kit/notice.tsx'
import { Actions, Block, Head } from '../kit/structure.tsx'
import { texts } from './edition-texts.ts'
import { WordDifference } from './word-parts.tsx'

type Props = {
  group: Group
  document: Paper
  edition: EditionEntry
  preview: Preview
  may: { takeOver: boolean; discard: boolean }
  problem?: 'undecided' | 'refused' | undefined
  /** What was chosen already. */
  chosen?: ReadonlyMap<string, string | null>
  locale: Locale
}

type Words = (typeof texts)['de']

const rowsSaid = ({ rows }: ToldOld, t: Words) => (rows.length > 0 ? t.rows({ rows }) : t.noRow)

const One = ({ place, more, children }: { place: string; more?: Child; children: Child }) => (
  <li>
    <p>
      <b>{place}</b> {more && <span class="soft">{more}</span>}
    </p>
    <div class="wortlaut" lang="de">
      {children}
    </div>
  </li>
)

const Pairs = ({ pairs, t }: { pairs: ToldPair[]; t: Words }) => (
  <ul class="plain statements">
    {pairs.map(({ before, after, parts }) => (
      <One
        place={after.place}
        more={`${rowsSaid(before, t)}${before.place === after.place ? '' : `, ${t.was(before)}`}`}
      >
        <p>
          <WordDifference parts={parts} />
        </p>
      </One>
    ))}
  </ul>
)

const Plain = ({ list, t }: { list: (Told | ToldOld)[]; t: Words }) => (
  <ul class="plain statements">
    {list.map((one) => (
      <One place={one.place} more={'rows' in one ? rowsSaid(one, t) : undefined}>
        <p>{one.words}</p>
      </One>
    ))}
  </ul>
)

type Part = { id: string; title: string; means: string; count: number; folded?: boolean; children: Child }

const Section = ({ id, title, means, count, folded, children }: Part) => {
  if (count === 0) return null
  return (
    <Block id={id} title={title} narrow>
      <p class="soft">{means}</p>
      {folded ? (
        <Fold id={`fold-${id}`} label={title} rank="quiet">
          {children}
        </Fold>
      ) : (
        children
      )}
    </Block>
  )
}

/** Each could be one of several: radio buttons, none of them chosen beforehand. */
const Unclear = ({ unclear, chosen, t }: { unclear: Preview['unclear']; chosen: Props['chosen']; t: Words }) => (
  <>
    {unclear.map(({ fresh, candidates }) => (
      <fieldset class="choices">
        <legend>
          <b>{fresh.place}</b>: <span lang="de">{fresh.words}</span>
        </legend>
        {candidates.map(({ before, parts }) => (
          <label class="choice">
            <input
              type="radio"
              name={`choice-${fresh.key}`}
              value={before.key}
              checked={chosen?.get(fresh.key) === before.key}
              required
            />
            <b>{t.is({ place: before.place })}</b>
            <span>
              {rowsSaid(before, t)}: <WordDifference parts={parts} />
            </span>
          </label>
        ))}
        <label class="choice">
          <input
            type="radio"
            name={`choice-${fresh.key}`}
            value="new"
            checked={chosen?.get(fresh.key) === null}
            required
          />
          <b>{t.isNew}</b>
        </label>
      </fieldset>
    ))}
  </>
)

const Parts = ({ preview, t }: { preview: Preview; t: Words }) => {
  const { changed, dropped, added, joined, unchanged } = preview
  const count = (list: unknown[]) => ({ count: list.length })
  return (
    <>
      <Section id="changed" title={t.changed(count(changed))} means={t.changedMeans} {...count(changed)}>
        <Pairs pairs={changed} t={t} />
      </Section>
      <Section id="dropped" title={t.dropped(count(dropped))} means={t.droppedMeans} {...count(dropped)}>
        <Plain list={dropped} t={t} />
      </Section>
      <Section id="added" title={t.added(count(added))} means={t.addedMeans} {...count(added)}>
        <Plain list={added} t={t} />
      </Section>
      <Section id="joined" title={t.joined(count(joined))} means={t.joinedMeans} {...count(joined)}>
        <Pairs pairs={joined} t={t} />
      </Section>
      <Section
        id="unchanged"
        title={t.unchanged(count(unchanged))}
        means={t.unchangedMeans}
        {...count(unchanged)}
        folded
      >
        <Pairs pairs={unchanged} t={t} />
      </Section>
    </>
  )
}

const Acts = ({ group, document, edition, preview, may, chosen, locale }: Props) => {
  const t = texts[locale.lang]
  const { unclear } = preview
  return (
    <>
      {may.takeOver && (
        <ActionForm action={paths.editionTakeover(group, document, edition)} id="take-over" locale={locale}>
          {unclear.length > 0 && (
            <Block id="unclear" title={t.unclear({ count: unclear.length })} narrow>
              <p class="soft">{t.unclearMeans}</p>
              <Unclear unclear={unclear} chosen={chosen} t={t} />
            </Block>
          )}
          <Actions>
            <Button busy={t.takingOver}>{t.takeOver}</Button>
          </Actions>
        </ActionForm>
      )}
      {may.discard && (
        <ActionForm action={paths.editionDiscard(group, document, edition)} id="discard" locale={locale} inline>
          <Button rank="quiet">{t.discard}</Button>
        </ActionForm>
      )}
    </>
  )
}

const isEmpty = (preview: Preview) =>
  [preview.changed, preview.dropped, preview.added, preview.joined, preview.unclear].every((list) => list.length === 0)

/** What an edition would change, before it counts; afterwards that it counts. */
export const EditionPage = (props: Props) => {
  const { group, document, edition, preview, problem, locale } = props
  const t = texts[locale.lang]
  return (
    <div class="stack wide">
      <Head
        narrow
        over={
          <>
            <a href={paths.document(group, document)}>{document.title}</a> ·{' '}
            <a href={paths.editions(group, document)}>{t.title}</a>
          </>
        }
        title={`${edition.programme}\u00a0${edition.version}`}
        lead={[edition.publishedOn && t.of({ day: day(locale, edition.publishedOn) }), edition.source]
          .filter(Boolean)
          .join(' · ')}
      />
      {problem === 'undecided' && (
        <Notice tone="late" first={t.undecided}>
          {t.undecidedThen}
        </Notice>
      )}
      {problem === 'refused' && (
        <Notice tone="late" first={t.refused}>
          {t.refusedThen}
        </Notice>
      )}
      {edition.takenAt ? (
        <Notice
          icon="check"
          first={t.alreadyTaken}
          actions={
            <LinkButton rank="second" href={paths.rows(group, document)}>
              {t.toRows}
            </LinkButton>
          }
        >
          {t.alreadyTakenThen}
        </Notice>
      ) : (
        <>
          {isEmpty(preview) ? <DoneLine>{t.nothing}</DoneLine> : <p>{t.previewLead}</p>}
          <Parts preview={preview} t={t} />
          <Acts {...props} />
        </>
      )}
    </div>
  )
}
