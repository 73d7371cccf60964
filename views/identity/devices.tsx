import type { OpenSession } from '#src/identity/sessions.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { ago, day } from '../kit/dates.ts'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './texts.ts'

type Props = { locale: Locale; sessions: OpenSession[]; current: string }

const Device = ({ locale, session, current }: { locale: Locale; session: OpenSession; current: string }) => {
  const t = texts[locale.lang]
  const isHere = session.id === current
  return (
    <Row
      rand={<Rand top={t.lastUsed} main={ago(locale, session.usedAt)} />}
      title={session.device || t.unknownDevice}
      meta={[isHere && t.here, t.since({ day: day(locale, session.createdAt) })].filter(Boolean).join(' · ')}
      go={
        !isHere && (
          <ActionForm action={paths.sessionEnd(session)} locale={locale} id={`end-${session.id.slice(0, 12)}`} inline>
            <Button rank="second">
              {t.endOne}
              <span class="vh">: {session.device || t.unknownDevice}</span>
            </Button>
          </ActionForm>
        )
      }
    />
  )
}

/** Every browser in which this person is signed in; each can be signed out from here. */
export const Devices = ({ locale, sessions, current }: Props) => {
  const t = texts[locale.lang]
  return (
    <Block id="me-devices" title={t.devices}>
      <Rows>
        {sessions.map((session) => (
          <Device locale={locale} session={session} current={current} />
        ))}
      </Rows>
      {sessions.length > 1 && (
        <ActionForm action={paths.otherSessionsEnd()} locale={locale} id="end-others">
          <div>
            <Button rank="second">{t.endOthers}</Button>
          </div>
        </ActionForm>
      )}
      <p class="soft">{t.limits}</p>
    </Block>
  )
}
