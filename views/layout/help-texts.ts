import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    title: 'Hilfe',
    onCircle: 'Hilfe: Kreis, Sitzungen und Aufgaben',
    lead: 'Kreislauf hilft Gruppen, gemeinsam zu schreiben, sich zu einigen und vom Koordinierungskreis eine Antwort zu bekommen.',
    loop: 'Der Weg einer Sache',
    legs: [
      { title: 'Entwurf', note: 'Ihr schreibt zusammen an einem Text, auch gleichzeitig.' },
      { title: 'Fassung', note: 'Ihr haltet einen Stand fest. Er ändert sich nie mehr.' },
      { title: 'Entscheidung', note: 'Die Gruppe entscheidet über genau diese Fassung.' },
      { title: 'Kreis', note: 'Leitung oder Delegierte geben den Beschluss weiter.' },
      { title: 'Antwort', note: 'Der Kreis beschließt, gibt mit Gründen zurück oder nimmt zur Kenntnis.' },
    ],
    loopMore:
      'Keine Weiterleitung endet ohne Antwort. Kommt etwas zurück, stehen die Gründe über einem neuen Entwurf, und eine Aufgabe erinnert daran.',
    contents: 'Worum es geht',
    roles: 'Wer was kann',
    roleList: [
      { term: 'Mitglieder', words: 'schreiben mit, schlagen etwas vor, antworten in Runden und haken Aufgaben ab.' },
      { term: 'Leitung', words: 'eröffnet Runden, gibt Beschlüsse an den Kreis und lädt Menschen ein.' },
      { term: 'Moderation', words: 'eröffnet Runden, zählt aus und bestätigt Ergebnisse.' },
      { term: 'Protokollführung', words: 'trägt Beschlüsse aus Sitzungen ein und bestätigt Ergebnisse.' },
      { term: 'Delegierte', words: 'geben Beschlüsse an den Kreis weiter und sitzen dort für die Gruppe.' },
      {
        term: 'Koordination',
        words: 'bereitet den Kreis vor, leitet dort Runden und trägt seine Antworten ein. Sie stimmt nicht mit ab.',
      },
      {
        term: 'Vollmachten',
        words:
          'gibt es für zweierlei: Wer die Redaktionsvollmacht hat, berichtigt Tippfehler in einem beschlossenen Text, eine zweite Person bestätigt. Wer die Veröffentlichungsvollmacht hat, stellt Beschlossenes öffentlich.',
      },
      {
        term: 'Gäste',
        words:
          'lesen, wozu sie eingeladen sind, bis zu einem festen Tag. Sind sie dazu eingeladen, kommentieren sie und schlagen Änderungen vor.',
      },
      { term: 'Betrieb', words: 'hält den Server am Laufen und hat dadurch im Programm keine eigenen Rechte.' },
    ],
    methods: 'Wie entschieden wird',
    methodList: [
      {
        term: 'Konsent: „Hast du einen schwerwiegenden Einwand?“',
        words:
          'Wir fragen: Hat jemand einen schwerwiegenden, begründeten Einwand? Wenn nicht, gilt der Vorschlag – er muss gut genug sein, nicht perfekt. Einen Einwand schließt nur, wer ihn eingebracht hat.',
      },
      {
        term: 'Konsens: „Trägst du es mit?“',
        words:
          'Jede Person sagt, wie gut sie den Vorschlag mittragen kann, in sechs Stufen. Ein Veto stoppt ihn, viele Bedenken schicken ihn zurück in die Beratung.',
      },
      {
        term: 'Systemisches Konsensieren',
        words:
          'Alle geben jedem Vorschlag 0 bis 10 Punkte Widerstand. Der Vorschlag mit dem kleinsten Widerstand gewinnt – aber nur, wenn er besser ist als „nichts ändern“.',
      },
      {
        term: 'Mehrheit',
        words:
          'Wir zählen Ja und Nein. Wie viele Ja nötig sind und ob Enthaltungen mitzählen, steht vor der Abstimmung dabei.',
      },
      {
        term: 'Umlauf',
        words:
          'Wir entscheiden ohne Sitzung bis zu einem festen Tag. Bis dahin könnt ihr eure Antwort ändern oder eine Sitzung verlangen.',
      },
      {
        term: 'Schon entschieden',
        words: 'Ihr habt in einer Sitzung entschieden? Tragt es mit vier Angaben ein. Eine zweite Person bestätigt.',
      },
    ],
    methodMore: 'Niemand bestätigt ein Ergebnis allein. Ein Beschluss bekommt eine Nummer und ändert sich nicht mehr.',
    good: 'Gut zu wissen',
    goodList: [
      {
        term: 'Was wartet',
        words: 'Die Startseite zeigt oben, was nur du tun kannst. Ist die Liste leer, ist nichts zu tun.',
      },
      { term: 'Was andere tun', words: 'Offene Seiten erneuern sich von selbst. Was du gerade tippst, bleibt stehen.' },
      { term: 'Geht etwas nicht', words: 'steht an seiner Stelle, warum, und wer es kann.' },
      { term: 'Kein Netz', words: 'Beim Schreiben siehst du immer, ob alles gespeichert ist.' },
      { term: 'Tastatur', words: 'Alles geht ohne Maus. Große Schrift und dunkle Farben folgen deinem Gerät.' },
    ],
  },
  en: {
    title: 'Help',
    onCircle: 'Help: circle, meetings and tasks',
    lead: 'Kreislauf helps groups to write together, to agree, and to get an answer from the coordination circle.',
    loop: 'The way of a matter',
    legs: [
      { title: 'Draft', note: 'You write a text together, even at the same time.' },
      { title: 'Version', note: 'You freeze it as it is. It never changes again.' },
      { title: 'Decision', note: 'The group decides on exactly this version.' },
      { title: 'Circle', note: 'Lead or delegates refer the decision.' },
      { title: 'Answer', note: 'The circle adopts it, returns it with reasons, or takes note.' },
    ],
    loopMore:
      'No referral ends without an answer. When something comes back, the reasons stand above a new draft, and a task reminds you of it.',
    contents: 'What it is about',
    roles: 'Who can do what',
    roleList: [
      { term: 'Members', words: 'write, propose, answer rounds and tick off tasks.' },
      { term: 'Lead', words: 'opens rounds, refers decisions to the circle and invites people.' },
      { term: 'Facilitator', words: 'opens rounds, counts and confirms results.' },
      { term: 'Minute taker', words: 'records decisions of meetings and confirms results.' },
      { term: 'Delegates', words: 'refer decisions to the circle and sit there for the group.' },
      { term: 'Coordination', words: 'prepares the circle, leads its rounds and enters its answers. It has no vote.' },
      {
        term: 'Mandates',
        words:
          'exist for two things: whoever has the editorial mandate puts typing errors right in an adopted text, and a second person confirms. Whoever has the mandate to publish makes public what was adopted.',
      },
      {
        term: 'Guests',
        words:
          'read what they are invited to, until a fixed day. Those who are invited to do so comment and suggest changes.',
      },
      { term: 'Operator', words: 'keeps the server running and has no rights of their own in the program by that.' },
    ],
    methods: 'How decisions are made',
    methodList: [
      {
        term: 'Consent: “Do you have a serious objection?”',
        words:
          'We ask: does anybody have a serious, reasoned objection? If not, the proposal is in force – it has to be good enough, not perfect. Only who raised an objection can close it.',
      },
      {
        term: 'Consensus: “Can you carry it?”',
        words:
          'Everybody says how far they can carry the proposal, in six levels. A veto stops it, many concerns send it back to be talked about.',
      },
      {
        term: 'Systemic consensing',
        words:
          'Everybody gives each option 0 to 10 points of resistance. The one with the least resistance wins – but only if it is better than “changing nothing”.',
      },
      {
        term: 'Majority',
        words: 'We count yes and no. How many yes it takes and whether abstentions count is shown before the vote.',
      },
      {
        term: 'Circular',
        words:
          'We decide without a meeting until a fixed day. Until then you can change your answer or ask for a meeting.',
      },
      {
        term: 'Decided already',
        words: 'You decided in a meeting? Record it in four fields. A second person confirms it.',
      },
    ],
    methodMore: 'Nobody confirms a result alone. A decision gets a number and does not change any more.',
    good: 'Good to know',
    goodList: [
      {
        term: 'What waits',
        words: 'The start page shows on top what only you can do. If the list is empty, nothing is to be done.',
      },
      { term: 'What others do', words: 'Open pages renew themselves. What you are typing stays.' },
      { term: 'Not possible', words: 'In its place it says why, and who can do it.' },
      { term: 'Offline', words: 'While you write you always see whether everything is saved.' },
      { term: 'Keyboard', words: 'Everything works without a mouse. Large type and dark colours follow your device.' },
    ],
  },
})
