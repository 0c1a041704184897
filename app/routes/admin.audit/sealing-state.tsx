import { StatGroup } from '#app/ui/stat.tsx'
import { Time } from '#app/ui/time.tsx'

type State = {
  sealed: number
  sealedAt: string | null
  checkpointPosition: number | null
  checkpointAt: string | null
  tail: number
}

/** How far the chain goes. Whether it is whole, only `npm run audit:verify` tells: that reads all of it. */
export function SealingState({ state, zone }: { state: State; zone: string }) {
  const { sealed, sealedAt, checkpointPosition, checkpointAt, tail } = state
  return (
    <section aria-label="How far entries are sealed" className="grid gap-4">
      <StatGroup
        stats={[
          { label: 'Sealed', value: sealed },
          { label: 'Last checkpoint', value: checkpointPosition ?? 'None' },
          { label: 'Not sealed yet', value: tail, note: 'usually for a minute' },
        ]}
      />
      <p className="max-w-measure text-ink-muted text-sm">
        {sealedAt && checkpointAt && (
          <>
            The last sealed entry is from <Time value={sealedAt} zone={zone} style="date-time" />; the last checkpoint
            was signed on <Time value={checkpointAt} zone={zone} style="date-time" />.{' '}
          </>
        )}
        A sealed entry cannot be altered or taken out without <code>npm run audit:verify</code> naming it. Whoever runs
        this installation compares that with the checkpoints that are kept elsewhere.
      </p>
    </section>
  )
}
