/** Whose judgement a key, a coding or a benchmark is: a panel's, on a day, or nobody's yet. */
export type Provenance = 'demo' | { panel: string; members: number; on: string }
