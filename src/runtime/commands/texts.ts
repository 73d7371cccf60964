import { bilingual } from '#views/kit/texts.ts'

/** Every sentence that the commands say in a terminal. */
export const texts = bilingual({
  de: {
    help: `kreislauf <Befehl>

  demo             startet die Beispiel-Allianz und nennt Anmeldelinks
    [--large]        so groß wie nach Jahren: 300 Leute, 30 Gruppen, 50.000 Aufgaben
  start            startet den Server
  sign-in <Mail>   gibt einen Anmeldelink aus, solange der Server läuft
  routes [--json]  nennt jede Adresse und wer sie benutzen darf
  migrate          bringt die Datenbank auf den Stand dieser Fassung
  verify           rechnet nach, ob das Beschlussbuch unverändert ist
    [--head 42:9f3c…]  und ob es diese Prüfsumme eines Beschlussblatts kennt
    [--json]           als JSON; 0 = unverändert, 1 = verändert, 2 = nicht geprüft

  --lang de|en     Sprache der Ausgabe, sonst nach LANG
  --help           diese Hilfe

Einstellungen aus der Umgebung:
  PORT             Port, sonst 3000
  PUBLIC_URL       unter welcher Adresse die Seiten erreichbar sind, sonst http://localhost:PORT
  DATA_DIR         Ordner für die Daten, sonst .data
  DATABASE_URL     ein PostgreSQL ab Version 15 statt des mitgelieferten
  SMTP_URL         Mailserver, etwa smtp://name:passwort@mail.example.org:587
  MAIL_FROM        Absender der Mails, etwa Kreislauf <kreislauf@example.org>
  TRUSTED_PROXIES  wie viele Proxys davor stehen, sonst 0
  OPERATOR         wer den Server betreibt: Name, Anschrift, Mail; steht im Impressum
Die Demo beachtet davon nur PORT, PUBLIC_URL und DATA_DIR.
`,
    noCommand: (p: { name: string }) => `Den Befehl „${p.name}“ gibt es nicht. Hilfe: npx kreislauf --help`,
    wrongArguments: 'Das passt nicht zusammen. Hilfe: npx kreislauf --help',
    noLang: (p: { lang: string }) => `Die Sprache „${p.lang}“ gibt es hier nicht, nur de und en.`,
    badSettings: 'Der Server startet nicht, weil Einstellungen nicht stimmen:',
    faults: {
      not_a_port: 'muss eine ganze Zahl von 1 bis 65535 sein.',
      not_an_origin: 'muss mit http:// oder https:// anfangen, etwa https://kreislauf.example.org.',
      more_than_an_origin: 'darf nur Protokoll, Name und Port nennen, ohne Pfad, etwa https://kreislauf.example.org.',
      not_a_database: 'muss mit postgres:// oder postgresql:// anfangen.',
      not_a_mail_server: 'muss mit smtp:// oder smtps:// anfangen.',
      not_a_sender: 'muss eine Mailadresse sein, etwa Kreislauf <kreislauf@example.org>.',
      not_a_number_of_proxies: 'muss eine ganze Zahl von 0 bis 10 sein.',
      mail_needs_a_sender: 'fehlt: Mit SMTP_URL braucht der Server einen Absender.',
      mail_needs_an_address: 'fehlt: Mit SMTP_URL muss der Server wissen, wohin die Links in den Mails zeigen.',
      sender_needs_a_server: 'fehlt: Mit MAIL_FROM braucht der Server auch einen Mailserver.',
      too_long: 'darf höchstens 1000 Zeichen haben.',
    },
    problems: {
      port_taken: 'Port {port} ist schon belegt. Wähle mit PORT einen anderen oder beende, was dort läuft.',
      port_forbidden: 'Port {port} darf dieses Konto nicht öffnen. Wähle mit PORT einen ab 1024.',
      already_running:
        'Auf dem Datenordner {folder} läuft schon ein Server. Beende ihn oder wähle mit DATA_DIR einen anderen.',
      data_folder_is_a_file: 'Der Datenordner {folder} ist eine Datei. Wähle mit DATA_DIR einen anderen.',
      data_folder_unwritable:
        'In den Datenordner {folder} lässt sich nicht schreiben. Gib ihn frei oder wähle mit DATA_DIR einen anderen.',
      data_folder_of_somebody_else:
        'Der Ordner {folder} gehört jemand anderem oder ist für andere offen. Wähle mit DATA_DIR einen anderen.',
      database_refused: 'Die Datenbank in {folder} lässt sich nicht öffnen. PostgreSQL sagt: {said}',
      database_lost: 'Die Datenbank hat sich unerwartet beendet. Der Server hört auf; starte ihn neu.',
      database_unreachable: 'Die Datenbank aus DATABASE_URL antwortet nicht ({code}).',
      database_refuses_account:
        'Die Datenbank aus DATABASE_URL weist die Anmeldung ab ({code}). Prüfe Konto, Passwort und ihre Regeln, wer hinein darf.',
      database_missing: 'Die Datenbank, die DATABASE_URL nennt, gibt es auf jenem Server nicht. Lege sie dort an.',
      database_forbids_tables:
        'Das Konto aus DATABASE_URL darf in der Datenbank keine Tabellen anlegen. Gib ihm CREATE auf der Datenbank und im Schema public.',
      announcement_blocked:
        'Die Datei {file} lässt sich nicht schreiben. Räume weg, was dort liegt, oder wähle mit DATA_DIR einen anderen Ordner.',
      database_too_old: 'Die Datenbank aus DATABASE_URL ist PostgreSQL {version}. Nötig ist mindestens 15.',
      not_built: 'Was Browser laden, ist noch nicht gebaut: npm run assets',
      nothing_there: 'Im Datenordner {folder} liegt keine Datenbank. Wähle ihn mit DATA_DIR oder nenne DATABASE_URL.',
      no_register:
        'Diese Datenbank hat noch kein verkettetes Beschlussbuch. Bringe sie auf den neuen Stand: npx kreislauf migrate',
      no_embedded_database:
        'Für diesen Rechner gibt es keine mitgelieferte Datenbank. Nenne mit DATABASE_URL ein PostgreSQL ab Version 15.',
      no_lesser_user:
        'Als root kann die mitgelieferte Datenbank hier nicht laufen. Starte als gewöhnliches Konto oder nenne DATABASE_URL.',
    },
    notStarted: 'Der Server ließ sich nicht starten. Was dabei schiefging, steht in der nächsten Zeile.',
    failed: 'Das ließ sich nicht ausführen. Was dabei schiefging, steht in der nächsten Zeile.',
    ready: (p: { url: string }) => `Kreislauf läuft: ${p.url}`,
    mailbox: (p: { url: string }) => `Mails, die sonst verschickt würden: ${p.url}`,
    signInAs: 'Melde dich an als (die Links gelten 12 Stunden und nur einmal):',
    stopHint: 'Beenden mit Strg+C. Die Daten bleiben.',
    noMail: 'Ohne SMTP_URL verschickt der Server keine Mails. Anmeldelinks gibt dann aus: npx kreislauf sign-in <Mail>',
    plainHttp: 'PUBLIC_URL ist nicht verschlüsselt: Wer im selben Netz ist, kann mitlesen. Richte https ein.',
    openDemo:
      'PUBLIC_URL öffnet die Demo nach außen: Wer sie erreicht, kann sich über das Postfach als jede Person anmelden.',
    setUp: (p: { url: string }) =>
      `Noch ist die Datenbank leer. Einmal einrichten, der Link gilt 24 Stunden:\n${p.url}`,
    stopping: 'Der Server beendet sich.',
    noServer: (p: { folder: string }) => `Auf dem Datenordner ${p.folder} läuft kein Server. Starte ihn zuerst.`,
    noServerThere: 'Auf der Datenbank aus DATABASE_URL läuft kein Server. Nenne dieselbe, mit der er gestartet ist.',
    noDatabaseUrl: 'Der Server benutzt eine eigene Datenbank. Nenne sie auch hier mit DATABASE_URL.',
    unknownAddress: (p: { email: string }) => `Mit der Adresse ${p.email} ist niemand bekannt.`,
    migrated: 'Die Datenbank ist auf dem Stand dieser Fassung.',
  },
  en: {
    help: `kreislauf <command>

  demo             starts the sample alliance and prints sign-in links
    [--large]        as large as after years: 300 people, 30 groups, 50,000 tasks
  start            starts the server
  sign-in <mail>   prints a sign-in link while the server runs
  routes [--json]  lists every address and who may use it
  migrate          brings the database to the state of this version
  verify           computes whether the register of decisions is unchanged
    [--head 42:9f3c…]  and whether it knows this checksum of a decision sheet
    [--json]           as JSON; 0 = unchanged, 1 = changed, 2 = not checked

  --lang de|en     language of the output, otherwise after LANG
  --help           this help

Settings from the environment:
  PORT             port, otherwise 3000
  PUBLIC_URL       the address under which the pages are reached, otherwise http://localhost:PORT
  DATA_DIR         folder for the data, otherwise .data
  DATABASE_URL     a PostgreSQL from version 15 on instead of the one that comes along
  SMTP_URL         mail server, such as smtp://name:password@mail.example.org:587
  MAIL_FROM        sender of the mails, such as Kreislauf <kreislauf@example.org>
  TRUSTED_PROXIES  how many proxies stand in front, otherwise 0
  OPERATOR         who runs the server: name, address, mail; stands in the imprint
The demo honours only PORT, PUBLIC_URL and DATA_DIR.
`,
    noCommand: ({ name }) => `There is no command “${name}”. Help: npx kreislauf --help`,
    wrongArguments: 'These arguments do not fit together. Help: npx kreislauf --help',
    noLang: ({ lang }) => `There is no language “${lang}” here, only de and en.`,
    badSettings: 'The server does not start because settings are wrong:',
    faults: {
      not_a_port: 'must be a whole number from 1 to 65535.',
      not_an_origin: 'must begin with http:// or https://, such as https://kreislauf.example.org.',
      more_than_an_origin:
        'may only name protocol, host and port, without a path, such as https://kreislauf.example.org.',
      not_a_database: 'must begin with postgres:// or postgresql://.',
      not_a_mail_server: 'must begin with smtp:// or smtps://.',
      not_a_sender: 'must be a mail address, such as Kreislauf <kreislauf@example.org>.',
      not_a_number_of_proxies: 'must be a whole number from 0 to 10.',
      mail_needs_a_sender: 'is missing: with SMTP_URL the server needs a sender.',
      mail_needs_an_address: 'is missing: with SMTP_URL the server must know where the links in its mails lead.',
      sender_needs_a_server: 'is missing: with MAIL_FROM the server needs a mail server, too.',
      too_long: 'may have at most 1000 characters.',
    },
    problems: {
      port_taken: 'Port {port} is taken. Choose another one with PORT, or end what runs there.',
      port_forbidden: 'This account may not open port {port}. Choose one from 1024 on with PORT.',
      already_running:
        'A server is already running on the data folder {folder}. End it, or choose another one with DATA_DIR.',
      data_folder_is_a_file: 'The data folder {folder} is a file. Choose another one with DATA_DIR.',
      data_folder_unwritable:
        'The data folder {folder} cannot be written to. Open it, or choose another one with DATA_DIR.',
      data_folder_of_somebody_else:
        'The folder {folder} belongs to somebody else or is open to others. Choose another one with DATA_DIR.',
      database_refused: 'The database in {folder} cannot be opened. PostgreSQL says: {said}',
      database_lost: 'The database has ended unexpectedly. The server stops; start it again.',
      database_unreachable: 'The database of DATABASE_URL does not answer ({code}).',
      database_refuses_account:
        'The database of DATABASE_URL refuses to let this account in ({code}). Check account, password, and its rules of who may enter.',
      database_missing: 'The database that DATABASE_URL names does not exist on that server. Create it there.',
      database_forbids_tables:
        'The account of DATABASE_URL may not create tables in the database. Grant it CREATE on the database and in the schema public.',
      announcement_blocked:
        'The file {file} cannot be written. Clear away what is there, or choose another folder with DATA_DIR.',
      database_too_old: 'The database of DATABASE_URL is PostgreSQL {version}. At least 15 is needed.',
      not_built: 'What browsers load has not been built yet: npm run assets',
      nothing_there: 'There is no database in the data folder {folder}. Choose it with DATA_DIR, or name DATABASE_URL.',
      no_register: 'This database has no chained register yet. Bring it up to date: npx kreislauf migrate',
      no_embedded_database:
        'There is no bundled database for this machine. Name a PostgreSQL from version 15 on with DATABASE_URL.',
      no_lesser_user: 'The bundled database cannot run as root here. Start as an ordinary user, or name DATABASE_URL.',
    },
    notStarted: 'The server could not be started. What went wrong stands in the next line.',
    failed: 'This could not be done. What went wrong stands in the next line.',
    ready: ({ url }) => `Kreislauf is running: ${url}`,
    mailbox: ({ url }) => `Mails that would otherwise be sent: ${url}`,
    signInAs: 'Sign in as (the links are good for 12 hours and for one use):',
    stopHint: 'Stop with Ctrl+C. The data stays.',
    noMail:
      'Without SMTP_URL the server sends no mail. Sign-in links are then printed by: npx kreislauf sign-in <mail>',
    plainHttp: 'PUBLIC_URL is not encrypted: whoever is in the same network can read along. Set up https.',
    openDemo: 'PUBLIC_URL opens the demo to others: whoever reaches it can sign in as anybody, by way of the mailbox.',
    setUp: ({ url }) => `The database is still empty. Set it up once, the link is good for 24 hours:\n${url}`,
    stopping: 'The server is stopping.',
    noServer: ({ folder }) => `No server is running on the data folder ${folder}. Start it first.`,
    noServerThere: 'No server is running on the database of DATABASE_URL. Name the one that it was started with.',
    noDatabaseUrl: 'The server uses a database of its own. Name it here, too, with DATABASE_URL.',
    unknownAddress: ({ email }) => `Nobody is known under the address ${email}.`,
    migrated: 'The database is in the state of this version.',
  },
})

export type Words = (typeof texts)['de']

/** A sentence by its code, with facts such as `{port}` filled in. */
export const sentence = (sentences: Record<string, string>, code: string, facts: Record<string, string> = {}) =>
  (sentences[code] ?? code).replace(/\{(\w+)\}/g, (gap, name: string) => facts[name] ?? gap)
