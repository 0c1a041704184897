import type { ComponentProps, ReactNode } from 'react'
import { certificateDay, ISSUER } from '#app/domain/certificate.ts'
import { verdicts } from '#app/domain/credential/verdicts.ts'
import type { VerifiedCredential } from '#app/features/credentials/verify-certificate.server.ts'
import { IssuedSheet } from './issued-sheet.tsx'
import { Verdict } from './verdict.tsx'

type Ended = Exclude<Omit<VerifiedCredential, 'tag'>, { state: 'valid' }> & { since: Date; until?: Date | null }
type Answer = Omit<ComponentProps<typeof Verdict>, 'children'> & { children: ReactNode }

/** A credential that was issued and does not hold today: why not, before what it says. */
export function EndedCredential({ ended }: { ended: Ended }) {
  const { children, ...verdict } = answerOf(ended)
  return (
    <>
      <Verdict {...verdict}>{children}</Verdict>
      <section aria-labelledby="said">
        <h2 id="said" className="pb-3 text-ink-muted text-xl">
          What it said
        </h2>
        <IssuedSheet printed={ended.printed} />
      </section>
    </>
  )
}

function answerOf({ state, since, until, supersededBy, printed }: Ended): Answer {
  const title = verdicts[printed.kind][state]
  const day = certificateDay(since)
  switch (state) {
    case 'suspended':
      return {
        status: 'waiting',
        tone: 'caution',
        title,
        children: until
          ? `${ISSUER} suspended it on ${day}, until ${certificateDay(until)}. Do not rely on it while this page says so.`
          : `${ISSUER} suspended it on ${day}. Do not rely on it while this page says so.`,
      }
    case 'revoked':
      return {
        status: 'revoked',
        tone: 'critical',
        title,
        children: `${ISSUER} revoked it on ${day}. Do not rely on the paper or file that it stands on.`,
      }
    case 'superseded':
      return {
        status: 'not-yet',
        tone: 'caution',
        title,
        children: (
          <>
            {ISSUER} replaced it on {day}.{' '}
            {supersededBy && <a href={`/verify/${supersededBy}`}>See the one that holds now, {supersededBy}</a>}
          </>
        ),
      }
    default:
      return {
        status: 'expired',
        tone: 'caution',
        title,
        children:
          state === 'lapsed'
            ? `It was not renewed in time, and lapsed on ${day}.`
            : `It held until ${day} and has not been renewed since.`,
      }
  }
}
