import type { Locale } from '#src/web/locale.ts'
import { Facts } from '../kit/facts.tsx'
import { Journey } from '../kit/journey.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { texts as commentTexts } from './help-comments-texts.ts'
import { texts as comparisonTexts } from './help-comparison-texts.ts'
import { texts as fileTexts } from './help-files-texts.ts'
import { texts as partTexts } from './help-parts-texts.ts'
import { texts as stageTexts } from './help-stages-texts.ts'
import { texts } from './help-texts.ts'
import { texts as versionTexts } from './help-versions-texts.ts'
import { texts as writingTexts } from './help-writing-texts.ts'

/** What this is for, the way of a matter, and who can do what. */
export const HelpPage = ({ locale }: { locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head narrow title={t.title} lead={t.lead} />
      <Block id="loop" title={t.loop}>
        <Journey label={t.loop} legs={t.legs.map((leg) => ({ ...leg, state: 'done' }))} />
        <p>{t.loopMore}</p>
      </Block>
      <Column>
        <Block id="roles" title={t.roles}>
          <Facts facts={[...t.roleList]} />
        </Block>
        <Block id="methods" title={t.methods}>
          <Facts facts={[...t.methodList]} />
          <p>{t.methodMore}</p>
        </Block>
        <Block id="writing" title={writingTexts[locale.lang].title}>
          <Facts facts={[...writingTexts[locale.lang].list]} />
        </Block>
        <Block id="parts" title={partTexts[locale.lang].title}>
          <Facts facts={[...partTexts[locale.lang].list]} />
        </Block>
        <Block id="comments" title={commentTexts[locale.lang].title}>
          <Facts facts={[...commentTexts[locale.lang].list]} />
        </Block>
        <Block id="versions" title={versionTexts[locale.lang].title}>
          <Facts facts={[...versionTexts[locale.lang].list]} />
        </Block>
        <Block id="comparing" title={comparisonTexts[locale.lang].title}>
          <Facts facts={[...comparisonTexts[locale.lang].list]} />
        </Block>
        <Block id="stages" title={stageTexts[locale.lang].title}>
          <Facts facts={[...stageTexts[locale.lang].list]} />
        </Block>
        <Block id="files" title={fileTexts[locale.lang].title}>
          <Facts facts={[...fileTexts[locale.lang].list]} />
        </Block>
        <Block id="good" title={t.good}>
          <Facts facts={[...t.goodList]} />
        </Block>
      </Column>
    </>
  )
}
