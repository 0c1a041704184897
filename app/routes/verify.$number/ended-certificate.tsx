import type { ComponentProps, ReactNode } from 'react'
import { certificateDay, ISSUER } from '#app/domain/certificate.ts'
import type { IssuedCertificate } from '#app/features/credentials/verify-certificate.server.ts'
import { IssuedSheet } from './issued-sheet.tsx'
import { Verdict } from './verdict.tsx'

type Ended = Exclude<Omit<IssuedCertificate, 'tag'>, { state: 'valid' }> & { since: Date; until?: Date | null }
type Answer = Omit<ComponentProps<typeof Verdict>, 'children'> & { children: ReactNode }

/** A certificate that was issued and does not hold today: why not, before what it says. */
export function EndedCertificate({ ended }: { ended: Ended }) {
  const { children, ...verdict } = answerOf(ended)
  return (
    <>
      <Verdict {...verdict}>{children}</Verdict>
      <section aria-labelledby="said">
        <h2 id="said" className="pb-3 text-ink-muted text-xl">
          What it said
        </h2>
        <IssuedSheet certificate={ended.certificate} />
      </section>
    </>
  )
}

function answerOf({ state, since, until, supersededBy }: Ended): Answer {
  const day = certificateDay(since)
  switch (state) {
    case 'suspended':
      return {
        status: 'waiting',
        tone: 'caution',
        title: 'This certificate is suspended',
        children: `${ISSUER} suspended it on ${day}${until ? `, until ${certificateDay(until)}` : ''}. Do not rely on it while this page says so.`,
      }
    case 'revoked':
      return {
        status: 'revoked',
        tone: 'critical',
        title: 'This certificate was revoked',
        children: `${ISSUER} revoked it on ${day}. Do not rely on the paper or file that it stands on.`,
      }
    case 'superseded':
      return {
        status: 'not-yet',
        tone: 'caution',
        title: 'Another certificate has taken its place',
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
        title: state === 'lapsed' ? 'This status has lapsed' : 'This certificate has expired',
        children: `It held until ${day} and was not renewed since.`,
      }
  }
}
