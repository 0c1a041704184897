import type { Annotation } from './annotation.ts'
import type { PanelCounts } from './concordance.ts'
import type { JudgementKey } from './judgement.ts'

/** Whoever stands behind a key says why; several people say it several times. */
type Reasons = { because: string[] }

export type CodingKey = { kind: 'annotate'; passages: (Annotation & Reasons)[] }
export type ConcordanceKey = { kind: 'script-concordance'; items: Record<string, { panel: PanelCounts } & Reasons> }
export type JudgementKeys = { kind: 'situational-judgement'; items: Record<string, JudgementKey & Reasons> }

/** What an answer is scored against: the content's own, or the consensus of a panel. */
export type Key = CodingKey | ConcordanceKey | JudgementKeys

/** What a panel's marks of a benchmark come to; of the same form as the content's own consensus, with how far they lay apart. */
export type BenchmarkConsensus = {
  kind: 'benchmark'
  ratings: Record<string, { level: number | null; because: string }>
  global: { level: number; because: string }
  criticalErrors: { id: string; because: string }[]
  comment: string
  /** By criterion, and `global`. Absent where nobody could rate it. */
  spread: Record<string, { lowest: number; highest: number; notRateable: number }>
}

export type AnyKey = Key | BenchmarkConsensus
