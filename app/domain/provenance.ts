/** What a panel formed: by how many, on which day, from answers given between which days. */
export type PanelProvenance = { panel: string; members: number; on: string; answeredFrom?: string; answeredTo?: string }

/** Whose judgement a key, a coding or a benchmark is: a panel's, on a day, or nobody's yet. */
export type Provenance = 'demo' | PanelProvenance
