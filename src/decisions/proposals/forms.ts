import { z } from 'zod'
import { day, line, many, optional, text } from '../../web/form.ts'
import { openingFields } from '../rounds/opening-forms.ts'
import { roundMethod, scope } from '../schema.ts'
import type { OptionDraft, ProposalDraft, Supersession } from './draft.ts'

/** As they are typed, so that a form that comes back has nothing to be typed twice. */
const fields = {
  title: line(),
  wording: text(),
  rationale: optional(text()),
  snapshotId: optional(z.uuid('not_there')),
  scope: z.enum(scope.enumValues, 'missing').default('own_group'),
  legalEntity: optional(line()),
  summary: optional(line(400)),
  inForceFrom: optional(day()),
  inForceUntil: optional(day()),
  reviewOn: optional(day()),
  editorialMandate: optional(line(500)),
  topics: optional(line(400)),
  ideaIds: many(z.uuid('not_there')),
  supersedes: optional(line(400)),
  annuls: optional(line(400)),
  options: optional(text(8000)),
  passive: optional(line()),
}

export type TypedProposal = z.output<z.ZodObject<typeof fields>>

const listed = (typed = '', between: RegExp): string[] => [
  ...new Set(
    typed
      .split(between)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]

/** "Altenlarn: Der Abend ist in Altenlarn." A line without a colon is its own sentence. */
function optionIn(typed: string): OptionDraft {
  const [title = '', ...rest] = typed.split(':')
  const wording = rest.join(':').trim()
  return wording === '' ? { title: typed, wording: typed } : { title: title.trim(), wording }
}

const optionsIn = (typed?: string): OptionDraft[] => listed(typed, /\r?\n/).map(optionIn)

export const numbersIn = (typed?: string): string[] => listed(typed?.toUpperCase(), /[\s,;]+/)

const mostOptions = 20

const optionsProblem = (typed?: string): string | null => {
  const options = optionsIn(typed)
  const titles = new Set(options.map(({ title }) => title.toLowerCase()))
  if (options.length > mostOptions) return 'too_many'
  if (options.some(({ title }) => title.length === 0 || title.length > 200)) return 'too_long'
  return titles.size < options.length ? 'twice' : null
}

/** What does not go together, as field and code. */
function* problemsOf(typed: TypedProposal): Generator<[field: string, code: string]> {
  const { inForceFrom, inForceUntil, reviewOn } = typed
  if (typed.scope === 'money' && !typed.legalEntity) yield ['legalEntity', 'missing']
  if (inForceFrom && inForceUntil && inForceUntil < inForceFrom) yield ['inForceUntil', 'before']
  if (inForceFrom && reviewOn && reviewOn < inForceFrom) yield ['reviewOn', 'before']
  if (listed(typed.topics, /,/).some((topic) => topic.length > 60)) yield ['topics', 'too_long']
  const options = optionsProblem(typed.options)
  if (options) yield ['options', options]
}

const check = (typed: TypedProposal, context: z.core.$RefinementCtx) => {
  for (const [field, message] of problemsOf(typed)) context.addIssue({ code: 'custom', path: [field], message })
}

/** Which wording the person had in front of them: nobody overwrites or asks about one that they have not read. */
const version = z.coerce.number('changed').int('changed')

/** `endsRound`: has been told that an open round ends with it. */
export const reworkForm = z.object({ ...fields, version, endsRound: optional(z.literal('on')) }).superRefine(check)

/** A proposal may go into its first round at once; "later" leaves that open. */
export const newProposalForm = z
  .object({
    ...fields,
    method: z.enum([...roundMethod.enumValues, 'later'], 'missing').default('later'),
    ...openingFields,
  })
  .superRefine(check)

/** What was typed, as it is proposed. */
export function draftIn(typed: TypedProposal, supersedes: Supersession[]): ProposalDraft {
  const { title, wording, rationale, snapshotId, scope, summary, passive, ideaIds } = typed
  const { inForceFrom, inForceUntil, reviewOn, editorialMandate } = typed
  return {
    ...{ title, wording, rationale, snapshotId, scope, summary, passive, ideaIds, supersedes },
    ...{ inForceFrom, inForceUntil, reviewOn, editorialMandate },
    legalEntity: scope === 'money' ? typed.legalEntity : undefined,
    topics: listed(typed.topics, /,/),
    options: optionsIn(typed.options),
  }
}

export const withdrawalForm = z.object({ reason: line(500) })

export const questionForm = z.object({ question: text(2000) })

export const explanationForm = z.object({ answer: text(3000) })

export const opinionForm = z.object({ opinion: text(3000), version })
