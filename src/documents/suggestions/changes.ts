/** What a suggestion does, one thing after the other; pages say it in words. */
export type Change =
  | { kind: 'inserts'; words: string }
  | { kind: 'deletes'; words: string }
  | { kind: 'replaces'; before: string; after: string }
  /** Bold, italic or a link. */
  | { kind: 'looks'; mark: string; on: boolean; words: string }
  | { kind: 'splits' | 'joins' | 'reshapes' }
  /** A paragraph, heading, list, quote or table that becomes another one. */
  | { kind: 'becomes'; type: string; level: number | null; words: string }
  | { kind: 'puts_in' | 'takes_out'; type: string; words: string }
  /** Alignment, alternative text, a tick: something about it and not its words. */
  | { kind: 'sets'; type: string; words: string }
