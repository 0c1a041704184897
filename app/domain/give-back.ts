import type { ConflictKind } from './allocation.ts'

/** Why a marker hands a script back. `conflict`: from then on nothing of whoever wrote it comes to them. */
export const GIVE_BACK_REASONS = {
  time: { text: 'I cannot mark it in time', conflict: null },
  judge: { text: 'I am not the right person to judge it', conflict: null },
  supervisee: { text: 'I recognise it, and supervise whoever wrote it', conflict: 'supervisee' },
  conflict: { text: 'I recognise it, and have another conflict of interest', conflict: 'conflict' },
  other: { text: 'Something else', conflict: null },
} as const satisfies Record<string, { text: string; conflict: ConflictKind | null }>

export type GiveBackReason = keyof typeof GIVE_BACK_REASONS

export const isGiveBackReason = (value: string): value is GiveBackReason => Object.hasOwn(GIVE_BACK_REASONS, value)
