import { createMiddleware } from 'hono/factory'
import { commentsScript } from '#views/documents/comments-block.tsx'
import { InboxPage } from '#views/referrals/inbox-page.tsx'
import { NewReferralPage } from '#views/referrals/new-referral-page.tsx'
import { texts as sending } from '#views/referrals/sending-texts.ts'
import { SentPage } from '#views/referrals/sent-page.tsx'
import { SentDifferencePage, SentTextPage } from '#views/referrals/text-page.tsx'
import { texts } from '#views/referrals/texts.ts'
import { change } from '../activity/model.ts'
import type { Database } from '../db/database.ts'
import { type DecisionEntry, findDecision } from '../decisions/register/log.ts'
import { conversationAt, passagesOf } from '../documents/comments/conversation.ts'
import { markPassages } from '../documents/comments/marking.ts'
import { withNames } from '../documents/comparisons/naming.ts'
import type { Content } from '../documents/markup.ts'
import { difference } from '../documents/versions/difference.ts'
import { findSnapshot, snapshotById } from '../documents/versions/snapshots.ts'
import { inGroup } from '../groups/in-group.ts'
import { roleHolders } from '../groups/people.ts'
import type { Group } from '../groups/schema.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import { dayOf } from '../web/days.ts'
import { type Accepted, form, type Refused, refused } from '../web/form.ts'
import { authorize, found } from '../web/gate.ts'
import { pageIn, sliceOf, spanOf } from '../web/slices.ts'
import { answeringRoutes } from './answers/routes.tsx'
import { facts, type Here, oneReferral, referralIn } from './answers/showing.tsx'
import { sentConversationRoutes, tableOf } from './conversation-routes.tsx'
import type { ReferralEntry } from './entries.ts'
import { decisionIdIn, type SendingInput, sendingForm } from './forms.ts'
import { answered, cameBack, findReferral, inbox, returnBehind, returnedTo, sameMatter, underWay } from './model.ts'
import { notPlanned, type PlannedFor, withPlanned } from './planned.ts'
import { mayForward, mayReadReferral, mayReadReferrals, mayReferDecision } from './policy.ts'
import { endedBefore, endedFor } from './sending/following.ts'
import { addressees, forward, sendingOf } from './sending/forwarding.ts'
import { sendingRoutes } from './sending/routes.tsx'
import { answeredReasons } from './sending/side.ts'
import { type Stuck, stuckOn } from './sending/stuck.ts'

/** What is open stands on the first page, whole. */
const openOn = async (
  page: number,
  { ports: { db }, plannedFor = notPlanned }: Here,
  open: typeof inbox,
  group: Group,
) => (page === 1 ? withPlanned(db, plannedFor, await open(db, group.id)) : [])

async function listPage(here: Here, page: number) {
  const { actor, ports, locale } = here
  const { db } = ports
  const { group } = actor
  const [waiting, replied] = await Promise.all([openOn(page, here, inbox, group), answered(db, group.id, spanOf(page))])
  const received = { inbox: waiting, answered: sliceOf(replied, page) }
  if (group.kind === 'circle') return <InboxPage group={group} {...received} locale={locale} />
  const [sent, returned, forwarders] = await Promise.all([
    openOn(page, here, underWay, group),
    cameBack(db, group.id, spanOf(page)),
    roleHolders(db, group.id, ['lead', 'delegate']),
  ])
  const mine = { underWay: sent, cameBack: sliceOf(returned, page), mayForward: mayForward(actor), forwarders }
  return <SentPage group={group} {...received} {...mine} locale={locale} />
}

/** What is to be sent: a decision of this very group with its text and what it follows, or nothing but a question. */
interface Matter {
  decision: DecisionEntry | null
  snapshot: Awaited<ReturnType<typeof findSnapshot>>
  behind: ReferralEntry | null
}

async function matterOf({ actor, ports }: Here, decisionId: string | null): Promise<Matter> {
  if (decisionId === null) return { decision: null, snapshot: null, behind: null }
  const decision = found(await findDecision(ports.db, actor.group.id, decisionId))
  authorize(mayReferDecision(actor, decision))
  const snapshot = decision.snapshotId ? await findSnapshot(ports.db, actor.group.id, decision.snapshotId) : null
  const returned = snapshot && (await returnBehind(ports.db, actor.group.id, snapshot.documentId))
  return { decision, snapshot, behind: returned ?? (await endedEntry(ports.db, actor.group.id, decision)) }
}

/** The same was rejected or taken back before: what is sent now refers to that. */
async function endedEntry(db: Database, fromId: string, decision: DecisionEntry) {
  const ended = await endedBefore(db, { fromId, decision })
  return ended && findReferral(db, fromId, ended.id)
}

/** What a question may refer to. */
const followable = async (db: Database, groupId: string) => [
  ...(await returnedTo(db, groupId)),
  ...(await endedFor(db, groupId)),
]

async function newPage({ actor, ports, locale }: Here, matter: Matter, refusal?: Refused, stuck?: Stuck | null) {
  return (
    <NewReferralPage
      {...{ ...matter, stuck }}
      group={actor.group}
      followable={await followable(ports.db, actor.group.id)}
      addressees={await addressees(ports.db, actor.group)}
      today={dayOf(locale.now)}
      refused={refusal}
      locale={locale}
    />
  )
}

/** After a return the new text says itself what it follows; a question may refer to what has ended. */
async function followed({ actor, ports }: Here, { behind }: Matter, chosen: string | undefined) {
  if (behind) return behind.id
  const open = chosen ? await followable(ports.db, actor.group.id) : []
  return open.find(({ id }) => id === chosen)?.id ?? null
}

async function send(here: Here, matter: Matter, { value }: Accepted<SendingInput>) {
  const { title = '', reason = '', request, wish, wishedBy = null, externalDeadline = null, to: toId = null } = value
  const { decision } = matter
  const followsId = await followed(here, matter, value.follows)
  const words = {
    title: decision?.title ?? title,
    reason: decision ? '' : reason,
    request,
    wish,
    wishedBy,
    externalDeadline,
    toId,
  }
  return change(here.ports, (tx, record) => forward(tx, record, here.actor, { ...words, decision, followsId }))
}

/** Well-formed is not enough: it goes to the circle or to another group that works. */
async function toSomebody({ actor, ports }: Here, input: Accepted<SendingInput> | Refused) {
  const to = input.ok ? input.value.to : undefined
  const isThere = !to || (await addressees(ports.db, actor.group)).some(({ id }) => id === to)
  return input.ok && !isThere ? refused(input.value, 'to', 'missing') : input
}

const sentText = async (db: Database, { snapshotId }: ReferralEntry) =>
  snapshotId ? snapshotById(db, snapshotId) : null

const giveTitle = ({ locale }: Here) => sending[locale.lang].give

const whatWasSent = inGroup
  .createApp()
  .get('/referrals', async (c) => {
    const { actor, locale } = c.var
    authorize(mayReadReferrals(actor))
    const page = pageIn(c.req.query('page'))
    return c.render(await listPage(c.var, page), facts(c.var, texts[locale.lang].inboxTitle))
  })
  .get('/referrals/new', async (c) => {
    const { actor, ports } = c.var
    authorize(mayForward(actor))
    const matter = await matterOf(c.var, decisionIdIn(c.req.query()))
    const earlier = matter.decision && (await sendingOf(ports.db, matter.decision))
    if (earlier) return c.redirect(paths.referral(actor.group, earlier))
    const stuck = await stuckOn(ports.db, actor.group.id, c.req.query('round'))
    return c.render(await newPage(c.var, matter, undefined, stuck), facts(c.var, giveTitle(c.var)))
  })
  .post('/referrals', form(sendingForm), async (c) => {
    const { actor, form: input } = c.var
    authorize(mayForward(actor))
    const matter = await matterOf(c.var, decisionIdIn(input.ok ? input.value : input.typed))
    const judged = await toSomebody(c.var, input)
    if (!judged.ok) return refuse(c, await newPage(c.var, matter, judged), facts(c.var, giveTitle(c.var)))
    return answer(c, paths.referral(actor.group, await send(c.var, matter, judged)))
  })
  .get(`${oneReferral}/text`, async (c) => {
    const { actor, ports, locale } = c.var
    const entry = await referralIn(c.var, c.req.param('id'))
    authorize(mayReadReferral(actor, entry))
    const snapshot = found(await sentText(ports.db, entry))
    const table = tableOf(entry, snapshot)
    const threads = await conversationAt(c.var, table)
    const shown = { group: actor.group, entry, snapshot, threads, me: actor.person, locale }
    const page = (
      <SentTextPage
        {...shown}
        content={await withNames(ports.db, markPassages(snapshot.content as Content, passagesOf(threads)))}
      />
    )
    return c.render(page, { ...facts(c.var, snapshot.title), scripts: [commentsScript] })
  })
  .get(`${oneReferral}/difference`, async (c) => {
    const { actor, ports, locale } = c.var
    const entry = await referralIn(c.var, c.req.param('id'))
    authorize(mayReadReferral(actor, entry))
    const before = found((await sameMatter(ports.db, actor.group.id, entry)).find(({ id }) => id === entry.followsId))
    const [old, now] = await Promise.all([before, entry].map((side) => sentText(ports.db, side)))
    const { content, changed } = difference(found(old).content as Content, found(now).content as Content)
    const reasons = await answeredReasons(ports.db, entry, before)
    const shown = {
      group: actor.group,
      entry,
      before,
      reasons,
      content: await withNames(ports.db, content),
      changed,
      locale,
    }
    return c.render(
      <SentDifferencePage {...shown} />,
      facts(c.var, texts[locale.lang].differenceTo({ number: before.cited })),
    )
  })
  .route('/', sentConversationRoutes)

/** What only higher floors know of a referral. */
export interface KnownOfReferrals {
  plannedFor?: PlannedFor
}

/** From a group to the circle or to another group, and back; the same place for both sides (`DOMAIN.md 3.4`). */
export const referralRoutes = ({ plannedFor = notPlanned }: KnownOfReferrals = {}) =>
  inGroup
    .createApp()
    .use(
      '/referrals/*',
      createMiddleware<{ Variables: { plannedFor: PlannedFor } }>(async (c, next) => {
        c.set('plannedFor', plannedFor)
        await next()
      }),
    )
    .route('/', whatWasSent)
    .route('/', answeringRoutes)
    .route('/', sendingRoutes)
