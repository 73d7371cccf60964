import { z } from 'zod'
import { texts } from '#views/decisions/proposal-version-texts.ts'
import { ProposalVersionsPage } from '#views/decisions/proposal-versions-page.tsx'
import { wordsBetween } from '../../documents/comparisons/wording.ts'
import { inGroup } from '../../groups/in-group.ts'
import { found } from '../../web/gate.ts'
import { factsOf, matterIn, oneProposal } from './showing.tsx'
import { type VersionEntry, versionsOf } from './versions.ts'

const number = z.coerce.number().int().positive().catch(0)

/** Every option as a line of its own, as it is typed. */
const optionLines = ({ options }: VersionEntry) =>
  options.map(({ title, wording }) => (title === wording ? title : `${title}: ${wording}`)).join('\n')

/** What has become of the words between two versions. */
export const changesBetween = (older: VersionEntry, newer: VersionEntry) => ({
  ...{ older, newer },
  title: wordsBetween(older.title, newer.title),
  wording: wordsBetween(older.wording, newer.wording),
  rationale: wordsBetween(older.rationale, newer.rationale),
  options: wordsBetween(optionLines(older), optionLines(newer)),
})

export type VersionChanges = ReturnType<typeof changesBetween>

/** All wordings of a proposal, and what is different between any two of them. */
export const versionRoutes = inGroup.createApp().get(`${oneProposal}/versions`, async (c) => {
  const { actor, ports, locale } = c.var
  const matter = await matterIn(c.var, c.req.param('id'))
  const versions = await versionsOf(ports.db, matter.proposal.id)
  const at = (wanted: number) => versions.find(({ version }) => version === wanted)
  const newer = at(number.parse(c.req.query('newer'))) ?? found(versions.at(-1))
  const older = at(number.parse(c.req.query('older'))) ?? at(newer.version - 1)
  const changes = older && older !== newer ? changesBetween(older, newer) : null
  const page = <ProposalVersionsPage {...{ group: actor.group, matter, versions, changes, locale }} />
  return c.render(page, factsOf(c.var, texts[locale.lang].title))
})
