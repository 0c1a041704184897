import { utcDay } from '../portfolio/days.ts'
import { type Findings, failures } from './findings.ts'

type Looked = {
  /** The day of the status lists that were looked at. */
  asOf: Date | undefined
  /** Whether somebody vouches for the issuer: an archive, or whoever gave its document. Anybody can make a key and sign in any name. */
  isKnown: boolean
}

/** What may be said of a credential without asking its issuer. Never "valid": it may have been withdrawn since, and only the issuer knows. */
export function offlineAnswer(findings: Findings, { asOf, isKnown }: Looked): { isGood: boolean; text: string } {
  const failed = failures(findings)
  const first = failed.find((name) => name === 'schema' || name === 'signature' || name === 'issuer')
  if (first) return { isGood: false, text: `not valid: ${findings[first].because}` }
  if (findings.signature.outcome === 'unknown' || findings.issuer.outcome === 'unknown')
    return { isGood: false, text: 'signature not checked: the issuer’s keys are not known here' }
  const status = statusText(findings, asOf)
  if (failed.includes('status')) return { isGood: false, text: `signature valid, withdrawn: ${status}` }
  if (failed.includes('dates'))
    return { isGood: false, text: `signature valid, but not its days: ${findings.dates.because}` }
  if (!isKnown)
    return { isGood: false, text: `signature valid, ${status}, but its issuer is not one that is known here` }
  return { isGood: true, text: `signature valid, ${status}` }
}

function statusText({ status }: Findings, asOf: Date | undefined): string {
  if (status.outcome === 'unknown') return 'status not checked'
  const day = asOf && utcDay(asOf)
  if (status.outcome === 'failed') return day ? `${status.because} (status as of ${day})` : status.because
  return day ? `status as of ${day}` : 'and its issuer publishes no status'
}
