import type { Mention } from '#src/documents/comments/notices.ts'
import type { Lang } from '#src/web/locale.ts'
import { letter } from '../identity/letter.tsx'
import { texts } from './comments-texts.ts'

interface MentionMail {
  name: string
  lang: Lang
  href: string
  /** About one text. */
  mentions: Mention[]
}

const listed = (names: string[], and: string) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`

/** Says who calls somebody and where, never what was said: that stays where it can be taken back. */
export function mentionMail({ name, lang, href, mentions }: MentionMail) {
  const t = texts[lang].mail
  const [first] = mentions
  const count = mentions.length
  const names = [...new Set(mentions.map(({ by }) => by))]
  const about = { title: first?.document.title ?? '', group: first?.group.name ?? '', by: listed(names, t.and), count }
  const several = names.length > 1 ? t.bodySeveral(about) : t.bodySame(about)
  return letter({
    lang,
    subject: count === 1 ? t.one(about) : t.several(about),
    paragraphs: [t.hello({ name }), count === 1 ? t.bodyOne(about) : several, t.there],
    action: { label: t.action, href },
    why: t.why,
  })
}
