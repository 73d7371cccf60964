import type { Locale } from '#src/web/locale.ts'
export const PrivacyPage = ({ locale }: { locale: Locale; operator: string | null }) => <p>{locale.lang}</p>
