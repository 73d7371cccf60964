import type { MailMessage } from '#src/ports.ts'
import type { Lang } from '#src/web/locale.ts'
import { bilingual } from '../kit/texts.ts'

const texts = bilingual({
  de: { orCopy: 'Oder kopiere diese Adresse in deinen Browser:' },
  en: { orCopy: 'Or copy this address into your browser:' },
})

export interface Contents {
  lang: Lang
  subject: string
  /** First what it is and until when. */
  paragraphs: string[]
  action: { label: string; href: string }
  /** Why one gets this mail. */
  why: string
  /** Where one says that one wants no more of these. */
  off?: { label: string; href: string }
}

// Mail programs drop style sheets, so a mail, and only a mail, carries its look in its elements.
const look = (css: string) => ({ style: css })

const page = look('margin:0;padding:24px 16px;font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif')
const column = look('max-width:36em')
const button = look(
  'display:inline-block;padding:12px 20px;border-radius:7px;background:#005a65;color:#ffffff;font-weight:650;text-decoration:none',
)
const small = look('font-size:15px')
const unbroken = look('overflow-wrap:anywhere')

const Letter = ({ lang, subject, paragraphs, action, why, off }: Contents) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{subject}</title>
    </head>
    <body {...page}>
      <div {...column}>
        {paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        <p>
          <a href={action.href} {...button}>
            {action.label}
          </a>
        </p>
        <p {...small}>
          {texts[lang].orCopy}
          <br />
          <a href={action.href} {...unbroken}>
            {action.href}
          </a>
        </p>
        <hr />
        <p {...small}>
          {why}
          {off && (
            <>
              {' '}
              <a href={off.href}>{off.label}</a>
            </>
          )}
        </p>
      </div>
    </body>
  </html>
)

const asText = ({ paragraphs, action, why, off }: Contents) =>
  [
    ...paragraphs,
    `${action.label}:\n${action.href}`,
    `-- \n${why}`,
    ...(off ? [`${off.label}:\n${off.href}`] : []),
  ].join('\n\n')

/** Names that people gave themselves stand in subjects: one line, and not without end. */
const oneLine = (subject: string) =>
  subject
    .replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ')
    .trim()
    .slice(0, 150)

/** One mail, in plain text and as HTML: one column, no images, one link to what it is about. */
export function letter(contents: Contents): Omit<MailMessage, 'to'> {
  const subject = oneLine(contents.subject)
  const html = `<!doctype html>${String(<Letter {...contents} subject={subject} />)}`
  return { subject, text: asText(contents), html }
}
