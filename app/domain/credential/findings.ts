/** What one check came to. `unknown`: it could not be made, which is neither good nor bad. */
export type Finding = { outcome: 'passed' | 'failed' | 'unknown'; because: string }

export type FindingName = 'signature' | 'issuer' | 'dates' | 'schema' | 'status'

/** Each stands by itself: a good signature is not yet a valid credential. */
export type Findings = Record<FindingName, Finding>

export const FINDING_NAMES: readonly FindingName[] = ['signature', 'issuer', 'dates', 'schema', 'status']

export const passed = (because: string): Finding => ({ outcome: 'passed', because })
export const failed = (because: string): Finding => ({ outcome: 'failed', because })
export const unknown = (because: string): Finding => ({ outcome: 'unknown', because })

/** The names of those that failed. */
export const failures = (findings: Findings): FindingName[] =>
  FINDING_NAMES.filter((name) => findings[name].outcome === 'failed')
