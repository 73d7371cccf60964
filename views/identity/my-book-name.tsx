import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Block } from '../kit/structure.tsx'
import { bilingual } from '../kit/texts.ts'
import { YesNo } from './yes-no.tsx'

const texts = bilingual({
  de: {
    title: 'Dein Name im Jahresbuch',
    isNamed:
      'Das Jahresbuch der Beschlüsse nennt dich als Mitglied und mit deinen Ämtern, auch in der Ausgabe für alle. Wie du geantwortet hast, steht in dieser nie.',
    isNotNamed:
      'Das Jahresbuch der Beschlüsse nennt dich nicht. Wenn du zustimmst, stehst du darin als Mitglied und mit deinen Ämtern, auch in der Ausgabe für alle.',
    agree: 'Ich möchte genannt werden',
    takeBack: 'Nicht mehr nennen',
    made: 'Bücher, die jemand schon geholt hat, ändern sich nicht.',
  },
  en: {
    title: 'Your name in the annual book',
    isNamed:
      'The annual book of decisions names you as a member and with your offices, also in the edition for everybody. How you answered never stands in that one.',
    isNotNamed:
      'The annual book of decisions does not name you. If you agree, you stand in it as a member and with your offices, also in the edition for everybody.',
    agree: 'I want to be named',
    takeBack: 'Do not name me any more',
    made: 'Books that somebody has fetched already do not change.',
  },
})

/** Agreed to by oneself alone, and taken back at any time. */
export const MyBookName = ({ locale, isNamed }: { locale: Locale; isNamed: boolean }) => {
  const t = texts[locale.lang]
  return (
    <Block id="me-book-name" title={t.title}>
      <YesNo
        {...{ locale, action: paths.bookName(), id: 'book-name', name: 'agreed', isYes: isNamed }}
        state={isNamed ? t.isNamed : t.isNotNamed}
        other={isNamed ? t.takeBack : t.agree}
      />
      <p class="soft">{t.made}</p>
    </Block>
  )
}
