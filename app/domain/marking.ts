/** Where a script stands for the marker who looks at the queue. */
export const SCRIPT_STATES = ['yours', 'waiting', 'finished'] as const
export type ScriptState = (typeof SCRIPT_STATES)[number]

export const scriptStateNames: Record<ScriptState, string> = {
  yours: 'With you',
  waiting: 'Waiting',
  finished: 'Finished',
}

/** The only name that a script has for its marker, e.g. `Script K7QF-2M9D`. */
export const scriptName = (code: string): string => `Script ${code.match(/.{1,4}/g)?.join('-') ?? code}`
