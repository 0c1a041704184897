import type { ReactNode } from 'react'
import { StatusMark, type StatusName } from '#app/ui/status-mark.tsx'

type Tone = 'positive' | 'caution' | 'critical' | 'primary' | 'neutral'

const states: Record<Exclude<StatusName, 'info'>, { words: string; tone: Tone }> = {
  met: { words: 'Met', tone: 'positive' },
  'under-way': { words: 'Under way', tone: 'primary' },
  'not-begun': { words: 'Not begun', tone: 'neutral' },
  passed: { words: 'Passed', tone: 'positive' },
  'not-yet': { words: 'Not yet', tone: 'caution' },
  waiting: { words: 'Waiting', tone: 'neutral' },
  draft: { words: 'Draft', tone: 'neutral' },
  expired: { words: 'Expired', tone: 'critical' },
  suspended: { words: 'Suspended', tone: 'caution' },
  revoked: { words: 'Revoked', tone: 'critical' },
  locked: { words: 'Locked', tone: 'neutral' },
}

const tones: Record<Tone, string> = {
  positive: 'bg-positive-soft text-positive',
  caution: 'bg-caution-soft text-caution',
  critical: 'bg-critical-soft text-critical',
  primary: 'bg-primary-soft text-primary',
  neutral: 'bg-sunk text-ink-muted',
}

const look =
  'inline-flex max-w-full items-center gap-1.5 rounded-sm px-2 py-0.5 align-middle font-medium text-sm leading-snug print:border print:border-line-strong forced-colors:border'

/** Where something stands, by shape, colour and words. `children` replaces the usual words. */
export function Status({ status, children }: { status: keyof typeof states; children?: ReactNode }) {
  const { words, tone } = states[status]
  return (
    <span className={`${look} ${tones[tone]}`}>
      <StatusMark status={status} />
      <span className="min-w-0">{children ?? words}</span>
    </span>
  )
}

/** A plain label: a topic, a kind, "Demo". Says nothing about progress. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${look} ${tones[tone]}`}>{children}</span>
}
