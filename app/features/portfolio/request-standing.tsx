import type { Standing } from '#app/domain/portfolio/countersigning.ts'
import { Status } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'

type StandingProps = { standing: Standing; answeredAt: string | null; voidedAt: string | null; timeZone: string }

const words: Record<Standing, { status: Parameters<typeof Status>[0]['status']; text: string }> = {
  waiting: { status: 'waiting', text: 'Waits for an answer' },
  signed: { status: 'met', text: 'Signed' },
  refused: { status: 'revoked', text: 'Refused' },
  'correction-asked': { status: 'not-yet', text: 'Correction asked' },
  changed: { status: 'expired', text: 'Corrected since' },
  voided: { status: 'revoked', text: 'Signature void: corrected' },
  withdrawn: { status: 'suspended', text: 'Taken back' },
}

/** What became of a request, with the day: of an answer that of the answer, of a void one that on which it became so. */
export function RequestStanding({ standing, answeredAt, voidedAt, timeZone }: StandingProps) {
  const { status, text } = words[standing]
  const isOver = standing === 'voided' || standing === 'changed' || standing === 'withdrawn'
  const when = isOver ? voidedAt : answeredAt
  return (
    <Status status={status}>
      {text}
      {when && (
        <>
          {' '}
          <Time value={when} zone={timeZone} style="short-date" />
        </>
      )}
    </Status>
  )
}
