import type { Locale } from '#src/web/locale.ts'
export const HelpPage = ({ locale }: { locale: Locale }) => <p>{locale.lang}</p>
