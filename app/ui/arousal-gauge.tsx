const AROUSAL_LEVELS = [1, 2, 3, 4, 5] as const

const words: Record<number, string> = { 1: 'calm', 2: 'a little raised', 3: 'raised', 4: 'high', 5: 'overwhelmed' }

/** How aroused somebody is, from 1 to 5, as bars and as words: neither needs the other, and no colour is needed for either. */
export function ArousalGauge({ level }: { level: number }) {
  return (
    <span className="arousal" data-level={level}>
      <span className="bars" aria-hidden="true">
        {AROUSAL_LEVELS.map((step) => (
          <i key={step} data-filled={step <= level || undefined} />
        ))}
      </span>
      <span>
        arousal {level} of 5<span className="text-ink-muted">, {words[level]}</span>
      </span>
    </span>
  )
}
