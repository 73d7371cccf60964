import { bilingual } from '../kit/texts.ts'

/** How changes are proposed beside a text, and what becomes of them. */
export const texts = bilingual({
  de: {
    title: 'Vorschlagen',
    list: [
      {
        term: 'Vorschläge',
        words:
          'stehen neben dem Text und nicht darin, bis jemand aus der Gruppe sie annimmt. In festgehaltenen Fassungen steht nie, was nur vorgeschlagen ist.',
      },
      {
        term: 'Wer',
        words:
          'im Text schreiben darf, kann auch vorschlagen. Wer nur kommentieren darf, schlägt immer vor. Über Vorschläge entscheiden die Mitglieder der Gruppe; zurückziehen kann einen nur, wer ihn gemacht hat.',
      },
      {
        term: 'Im Editor',
        words:
          'steht über dem Text, ob du schreibst oder vorschlägst; beides wechselst du dort. Was du beim Vorschlagen tippst, löschst oder umformst, hat eine Kante, dein Kürzel und eine Karte neben dem Text. Was nebeneinander steht, wird ein Vorschlag. Mit Alt und Bild ab oder Bild auf springst du von einem zum anderen.',
      },
      {
        term: 'Zurück',
        words: 'nimmt deinen letzten Schritt zurück. Bleibt nichts übrig, verschwindet der Vorschlag von selbst.',
      },
      {
        term: 'Entscheiden',
        words:
          'könnt ihr einzeln oder über alles von einer Person, im Editor oder auf der Seite der Vorschläge. Angenommene Worte bleiben die Worte von der Person, die sie vorgeschlagen hat. Nehmen zwei denselben Vorschlag an, steht er einmal im Text.',
      },
      {
        term: 'Überschneidungen',
        words:
          'werden gezeigt, bevor ihr entscheidet. Gibt es die Stelle nicht mehr, bleibt der Vorschlag lesbar, annehmen geht dann nicht.',
      },
      {
        term: 'Darüber sprechen',
        words: 'könnt ihr bei jedem Vorschlag, auch nachdem entschieden ist.',
      },
    ],
  },
  en: {
    title: 'Suggesting',
    list: [
      {
        term: 'Suggestions',
        words:
          'stand beside the text and not in it until a member of the group accepts them. Frozen versions never contain what is only suggested.',
      },
      {
        term: 'Who',
        words:
          'may write in the text can suggest, too. Whoever may only comment always suggests. The members of the group decide on suggestions; only who made one can withdraw it.',
      },
      {
        term: 'In the editor',
        words:
          'it says above the text whether you write or suggest; you switch there. What you type, delete or reshape while suggesting has an edge, your initials and a card beside the text. What stands next to each other becomes one suggestion. Alt with Page Down or Page Up takes you from one to the next.',
      },
      {
        term: 'Undo',
        words: 'takes back your last step. When nothing is left the suggestion goes by itself.',
      },
      {
        term: 'Deciding',
        words:
          'is possible one by one or for everything of one person, in the editor or on the page of suggestions. Accepted words stay the words of whoever suggested them. When two accept the same suggestion, it stands in the text once.',
      },
      {
        term: 'Overlaps',
        words:
          'are shown before you decide. Where the passage is gone the suggestion stays readable, but can no longer be accepted.',
      },
      {
        term: 'Talking about it',
        words: 'is possible at each suggestion, also after it has been decided.',
      },
    ],
  },
})
