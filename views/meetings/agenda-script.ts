/** The module by which items are dragged; pages work without it. */
export const agendaScript = 'meetings-agenda.js'
