import { Time } from '#app/ui/time.tsx'

type FindingsProps = {
  checks: readonly { version: number; isAccepted: boolean; note: string; checkedOn: string }[]
  version: number
}

/** What staff found, the newest first; what they said of an earlier version stays, and says so. */
export function Findings({ checks, version }: FindingsProps) {
  if (checks.length === 0) return null
  return (
    <section aria-labelledby="findings" className="grid gap-4">
      <h2 id="findings" className="text-2xl">
        What staff found
      </h2>
      <ol className="grid gap-3">
        {checks.map((check) => (
          <li key={`${check.version} ${check.checkedOn} ${check.note}`} className="border-line border-t pt-3">
            <p>
              <strong>{check.isAccepted ? 'Accepted' : 'Not accepted'}</strong> on{' '}
              <Time value={check.checkedOn} zone="UTC" />
              {check.version < version && ', before your correction'}
            </p>
            {check.note && <p className="whitespace-pre-line wrap-anywhere">{check.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
