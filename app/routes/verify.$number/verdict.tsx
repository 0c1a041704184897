import type { ReactNode } from 'react'
import { StatusMark, type StatusName } from '#app/ui/status-mark.tsx'

const tones = {
  positive: 'border-positive bg-positive-soft text-positive',
  critical: 'border-critical bg-critical-soft text-critical',
  caution: 'border-caution bg-caution-soft text-caution',
} as const

type VerdictProps = { status: StatusName; tone: keyof typeof tones; title: string; children: ReactNode }

/** The answer, before anything else on the page: by words, shape and colour. */
export function Verdict({ status, tone, title, children }: VerdictProps) {
  return (
    <div className={`mb-8 flex gap-4 rounded-md border p-5 sm:p-6 ${tones[tone]}`}>
      <StatusMark status={status} className="size-9 sm:size-11" />
      <div className="grid gap-1">
        <h1 className="text-2xl">{title}</h1>
        <p className="text-ink text-lg">{children}</p>
      </div>
    </div>
  )
}
