const ALLOCATION_PURPOSES = ['first', 'second', 'adjudication', 'gold', 'again'] as const
export type AllocationPurpose = (typeof ALLOCATION_PURPOSES)[number]

/** How an attempt came by its final mark. `again`: marked once more after an appeal or a review. */
const FINAL_MARK_KINDS = ['single', 'agreed_automatically', 'agreed', 'adjudicated', 'again'] as const
export type FinalMarkKind = (typeof FINAL_MARK_KINDS)[number]

/** Where a script stands for the marker who looks at the queue. */
export const SCRIPT_STATES = ['yours', 'allocated', 'waiting', 'finished'] as const
export type ScriptState = (typeof SCRIPT_STATES)[number]

export const scriptStateNames: Record<ScriptState, string> = {
  yours: 'With you',
  allocated: 'Allocated to you',
  waiting: 'Waiting',
  finished: 'Finished',
}

/** The only name that a script has for its marker, e.g. `Script K7QF-2M9D`. */
export const scriptName = (code: string): string => `Script ${code.match(/.{1,4}/g)?.join('-') ?? code}`
