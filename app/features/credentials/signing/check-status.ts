import { decodeList } from '@digitalbazaar/vc-bitstring-status-list'
import { checkDates } from '#app/domain/credential/check-dates.ts'
import { checkIssuer, type KnownIssuer } from '#app/domain/credential/check-issuer.ts'
import { type Finding, failed, passed, unknown } from '#app/domain/credential/findings.ts'
import { issuerOf, type OpenBadge, type StatusEntry } from '#app/domain/credential/open-badge.ts'
import {
  LIST_LENGTH,
  type SignedStatusList,
  statusListSchema,
  withdrawing,
} from '#app/domain/credential/status-list.ts'
import { checkSignature } from './check-signature.ts'

export type StatusSources = {
  now: Date
  issuerOf: (did: string) => KnownIssuer | undefined
  /** The status list at an address, as it came; undefined where it cannot be had. */
  statusList: (address: string) => Promise<unknown> | unknown
  /** An archive's lists have ended by the day on which they are needed. */
  acceptEndedLists?: boolean
}

export type StatusFinding = Finding & {
  /** The oldest day of the lists that were looked at. */
  asOf?: Date
}

const words = { revocation: 'The issuer has revoked it.', suspension: 'The issuer has suspended it.' }

/** Whether the issuer has revoked or suspended it, by its signed lists. A list that cannot be relied on is never taken for good news. */
export async function checkStatus(badge: OpenBadge, sources: StatusSources): Promise<StatusFinding> {
  const entries = withdrawing(badge)
  if (entries.length === 0) return passed('Its issuer gives no way to withdraw it.')
  const read = await Promise.all(entries.map((entry) => readEntry(entry, issuerOf(badge), sources)))
  const set = read.find((each) => each.finding.outcome !== 'passed')
  const days = read.flatMap(({ asOf }) => (asOf ? [asOf] : []))
  const oldest = days.toSorted((one, other) => one.getTime() - other.getTime())[0]
  return { ...(set?.finding ?? passed('Neither revoked nor suspended.')), ...(oldest && { asOf: oldest }) }
}

type Read = { finding: Finding; asOf?: Date }

async function readEntry(entry: StatusEntry, issuer: string, sources: StatusSources): Promise<Read> {
  const given = await sources.statusList(entry.statusListCredential)
  if (given === undefined) return { finding: unknown('Its status list cannot be had.') }
  const { data: list } = statusListSchema.safeParse(given)
  if (!list) return { finding: failed('Its status list is none.') }
  const fault = await listFault(list, entry, issuer, sources)
  if (fault) return { finding: fault }
  const isSet = await bitOf(list, entry)
  const asOf = new Date(list.validFrom)
  if (isSet === undefined) return { finding: failed('Its place is not on its status list.'), asOf }
  return { finding: isSet ? failed(words[entry.statusPurpose as keyof typeof words]) : passed('Not set.'), asOf }
}

async function listFault(list: SignedStatusList, entry: StatusEntry, issuer: string, sources: StatusSources) {
  if (list.id !== entry.statusListCredential || list.credentialSubject.statusPurpose !== entry.statusPurpose)
    return failed('What it names as its status list is another one.')
  if (issuerOf(list) !== issuer) return failed('Its status list is somebody else’s.')
  const signature = await checkSignature(list, (did) => sources.issuerOf(did)?.document)
  if (signature.outcome !== 'passed')
    return { ...signature, because: 'Its status list was changed or cannot be checked.' }
  const byIssuer = checkIssuer(list, sources.issuerOf(issuer))
  if (byIssuer.outcome === 'failed') return failed('Its status list is not signed by its issuer.')
  const dates = checkDates(sources.acceptEndedLists ? { ...list, validUntil: undefined } : list, sources.now)
  return dates.outcome === 'failed' ? unknown('Its status list is out of date.') : undefined
}

/** Decoding is the only part that may throw, and whatever it throws means the same. */
async function bitOf(list: SignedStatusList, { statusListIndex }: StatusEntry): Promise<boolean | undefined> {
  try {
    const bits = await decodeList({ encodedList: list.credentialSubject.encodedList })
    const index = Number(statusListIndex)
    return bits.length >= LIST_LENGTH && index < bits.length ? bits.getStatus(index) : undefined
  } catch {
    return undefined
  }
}
