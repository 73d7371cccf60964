import { bilingual } from '../kit/texts.ts'

/** What cannot be proposed as it was typed, and why. */
export const texts = bilingual({
  de: {
    endsRound: 'Gerade läuft eine Runde.',
    endsRoundMore: (p: { answered: number }) =>
      p.answered === 1
        ? 'Sie endet damit, und die eine Antwort ist ungültig.'
        : `Sie endet damit, und die ${p.answered}\u00A0Antworten sind ungültig.`,
    endsRoundYes: 'Ja, die Runde beenden',
    between: (p: { least: number; most: number }) => `Bitte eine ganze Zahl von ${p.least} bis ${p.most}.`,
    problems: {
      not_whole: 'Bitte eine ganze Zahl, ohne Komma.',
      base: {
        changed:
          'Inzwischen hat die Gruppe ihre Regeln geändert. Schau auf „Unsere Regeln“, was jetzt gilt, und ob hier noch alles stimmt. Dann schick es noch einmal ab.',
      },
      version: { changed: 'Inzwischen hat jemand den Vorschlag geändert. Unten steht, was du angegeben hast.' },
      endsRound: { missing: 'Bitte bestätige, dass die Runde damit endet.' },
      methods: {
        missing: 'Mindestens ein Verfahren braucht ihr, mit dem gefragt wird.',
        same: 'So entscheidet ihr schon. Ändere etwas, sonst gibt es nichts vorzuschlagen.',
      },
      defaultMethod: {
        not_allowed: 'Das übliche Verfahren muss oben angekreuzt sein.',
        only_reported: 'Ein Beschluss aus einer Sitzung wird nur eingetragen. Üblich kann nur sein, womit ihr fragt.',
      },
      electorate: {
        never_asked: 'Sitze zählen nur bei Mehrheit und Konsensieren. Beides ist nicht angekreuzt.',
      },
      seatPolicy: {
        not_rated:
          'So lassen sich Widerstände nicht zusammenzählen. Lass das Konsensieren weg oder zähle Einzelne anders.',
      },
      quorum: {
        not_a_part:
          'Der Anteil liegt zwischen einem Teil und allen: Die erste Zahl ist höchstens so groß wie die zweite.',
        more_than_all: 'Mehr als alle können nicht mitmachen. Nimm „mindestens“.',
      },
      quorumCount: {
        more_than_members: 'So viele Stimmberechtigte hat die Gruppe nicht. Sie könnte nie mehr entscheiden.',
      },
      threshold: {
        not_a_part:
          'Der Anteil liegt zwischen einem Teil und allen: Die erste Zahl ist höchstens so groß wie die zweite.',
        more_than_all: 'Mehr als alle können nicht Ja sagen. Nimm „mindestens“.',
        too_low:
          'So hätte auch die Gegenseite gewonnen. Es muss mehr als die Hälfte sein oder mindestens ein größerer Anteil.',
      },
      tieRule: {
        never_tied:
          'Bei dieser Mehrheit gibt es keinen Gleichstand zu entscheiden. Das geht nur bei mehr als der Hälfte der Ja- und Nein-Stimmen.',
      },
      fallback: {
        not_allowed: 'Dann muss die Mehrheit oben angekreuzt sein.',
      },
      dissent: {
        not_a_part: 'Die erste Zahl ist höchstens so groß wie die zweite.',
        over_half: 'Mehr als die Hälfte ist kein Konsens mehr.',
      },
      minDays: { too_short: 'Wo Schweigen gilt, sind drei Tage das Mindeste: Vorher wird zweimal erinnert.' },
      answersShown: {
        seen_before: 'Was man schon vorher mit Namen sieht, ist danach keine bloße Zahl mehr. Ändere eines von beiden.',
      },
      moreConflicts: { too_long: 'Bitte höchstens 80\u00A0Zeichen je Grund.' },
      legalBasis: {
        needed_by_organ:
          'Ein Organ eines Vereins braucht dafür eine Grundlage: Stimmen übertragen und ohne Sitzung anders als einstimmig entscheiden darf es nur, wenn die Satzung das sagt. Nenne die Stelle. Das Gesetz allein reicht dafür nicht.',
      },
    },
  },
  en: {
    endsRound: 'A round is open.',
    endsRoundMore: (p) =>
      p.answered === 1
        ? 'It ends with this, and the one answer is void.'
        : `It ends with this, and the ${p.answered}\u00A0answers are void.`,
    endsRoundYes: 'Yes, end the round',
    between: (p) => `Please a whole number from ${p.least} to ${p.most}.`,
    problems: {
      not_whole: 'Please a whole number, without a point.',
      base: {
        changed:
          'The group has changed its rules meanwhile. See under “Our rules” what holds now, and whether all of this still fits. Then send it once more.',
      },
      version: { changed: 'Somebody has changed the proposal meanwhile. Below is what you have entered.' },
      endsRound: { missing: 'Please confirm that the round ends with this.' },
      methods: {
        missing: 'You need at least one method by which people are asked.',
        same: 'This is how you decide already. Change something, otherwise there is nothing to propose.',
      },
      defaultMethod: {
        not_allowed: 'The usual method must be ticked above.',
        only_reported: 'A decision from a meeting is only entered. Usual can only be how you ask.',
      },
      electorate: { never_asked: 'Seats count by majority and consensing only. Neither is ticked.' },
      seatPolicy: {
        not_rated: 'Resistance cannot be added up like this. Leave consensing out or count individuals differently.',
      },
      quorum: {
        not_a_part: 'The share is between one part and all: the first number is at most as large as the second.',
        more_than_all: 'More than all cannot take part. Take “at least”.',
      },
      quorumCount: { more_than_members: 'The group has not that many votes. It could never decide again.' },
      threshold: {
        not_a_part: 'The share is between one part and all: the first number is at most as large as the second.',
        more_than_all: 'More than all cannot say yes. Take “at least”.',
        too_low: 'The other side would have won as well. It must be more than one half, or at least a larger share.',
      },
      tieRule: {
        never_tied:
          'With this majority there is no tie to settle. That is only so with more than half of the yes and no votes.',
      },
      fallback: { not_allowed: 'Then majority has to be ticked above.' },
      dissent: {
        not_a_part: 'The first number is at most as large as the second.',
        over_half: 'More than one half is no consensus any more.',
      },
      minDays: { too_short: 'Where silence counts, three days are the least: there are two reminders before the end.' },
      answersShown: {
        seen_before: 'What is seen with names before is no mere number afterwards. Change one of the two.',
      },
      moreConflicts: { too_long: 'Please at most 80\u00A0characters for each reason.' },
      legalBasis: {
        needed_by_organ:
          'An organ of an association needs a basis for this: handing over votes, and deciding without a meeting other than unanimously, is only possible where the bylaws say so. Name the passage. The law alone is not enough.',
      },
    },
  },
})
