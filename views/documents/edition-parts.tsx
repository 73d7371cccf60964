import type { Child } from 'hono/jsx'
import type { Preview, Told, ToldOld, ToldPair } from '#src/documents/editions/preview.ts'
import { Fold } from '../kit/dialog.tsx'
import { Block } from '../kit/structure.tsx'
import type { texts } from './edition-texts.ts'
import { WordDifference } from './word-parts.tsx'

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

type Part = { id: string; title: string; means: string; count: number; look?: string; children: Child }

const Section = ({ id, title, means, count, look, children }: Part) => {
  if (count === 0) return null
  return (
    <Block id={id} title={title} narrow>
      <p class="soft">{means}</p>
      {look ? (
        <Fold id={`fold-${id}`} label={look} rank="quiet">
          {children}
        </Fold>
      ) : (
        children
      )}
    </Block>
  )
}

/** Each could be one of several: radio buttons, none of them chosen beforehand. */
export const Unclear = ({
  unclear,
  chosen,
  t,
}: {
  unclear: Preview['unclear']
  chosen: ReadonlyMap<string, string | null> | undefined
  t: Words
}) => (
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

export const Parts = ({ preview, t }: { preview: Preview; t: Words }) => {
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
        look={t.lookAt}
      >
        <Pairs pairs={unchanged} t={t} />
      </Section>
    </>
  )
}
