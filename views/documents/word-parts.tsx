import type { WordPart } from '#src/documents/comparisons/wording.ts'

/** What has become of a sentence, word by word. */
export const WordDifference = ({ parts }: { parts: WordPart[] }) => (
  <span class="row-difference">
    {parts.map(({ words, is }) =>
      is === 'same' ? words : is === 'inserted' ? <ins>{words}</ins> : <del>{words}</del>,
    )}
  </span>
)
