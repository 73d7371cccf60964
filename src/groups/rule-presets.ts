import { initialRules, type Rules } from './rules.ts'
import type { LegalForm } from './schema.ts'

export const presets = ['consent', 'consensus', 'statute', 'organisations'] as const

export type RulePreset = (typeof presets)[number]

/** Where a group may start from when it thinks about its rules (`DOMAIN.md 3.2`). */
export const presetRules: Record<RulePreset, Rules> = {
  consent: initialRules,
  consensus: { ...initialRules, defaultMethod: 'consensus' },
  /** What holds for an association that has said nothing else (`DOMAIN.md 0.3, 0.4`). */
  statute: {
    ...initialRules,
    allowedMethods: ['majority', 'recorded'],
    defaultMethod: 'majority',
    quorum: { kind: 'none' },
    circular: { ...initialRules.circular, preset: 'statutory' },
  },
  organisations: {
    ...initialRules,
    allowedMethods: ['majority', 'consent', 'recorded'],
    defaultMethod: 'majority',
    electorate: 'seats',
    seatPolicy: 'org_only',
    threshold: { comparison: 'at_least', numerator: 3, denominator: 4 },
    consent: { ...initialRules.consent, silence: 'silent' },
    circular: { ...initialRules.circular, preset: 'silent', minDays: 7, minActive: 1 },
  },
}

/** What a new group starts with, until it decides otherwise. */
export const startingRules = (legalForm: LegalForm): Rules =>
  legalForm === 'association_organ' ? presetRules.statute : presetRules.consent

export const startingBasis = (legalForm: LegalForm): string =>
  legalForm === 'association_organ' ? '§\u00A032 BGB' : ''
