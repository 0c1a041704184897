import type { PortfolioEntry } from '#app/db/portfolio.server.ts'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type Signed = Pick<PortfolioEntry, 'signature' | 'answeredAt'> & { timeZone: string; by?: string | null | undefined }

/** How the version in force stands before a supervisor. */
export function SignatureState({ signature, answeredAt, by, timeZone }: Signed) {
  if (signature === 'none') return <Status status="not-begun">Not countersigned</Status>
  if (signature === 'waiting') return <Status status="waiting">{by ? `Waits for ${by}` : 'Waits'}</Status>
  const when = answeredAt && (
    <>
      {' '}
      <Time value={answeredAt} zone={timeZone} style="short-date" />
    </>
  )
  if (signature === 'signed') return <Status status="met">Countersigned{when}</Status>
  if (signature === 'refused') return <Status status="revoked">Refused{when}</Status>
  return <Status status="not-yet">Correction asked{when}</Status>
}
