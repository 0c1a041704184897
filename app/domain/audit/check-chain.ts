import {
  type AuditRecord,
  digestOfDetails,
  digestOfRecord,
  type Head,
  hashAfter,
  type Seal,
  type Sha256,
} from './chain.ts'

/** A seal beside the entry that it names. */
export type Link = {
  seal: Seal
  /** Absent where there is no such entry any more. */
  entry: AuditRecord | null
  /** Whether another entry says that what this one is about was erased. */
  isErasureRecorded: boolean
}

export type Fault = {
  kind: 'altered' | 'missing' | 'unsealed' | 'reordered' | 'erased'
  position: number
  because: string
  /** Absent where the seal is gone that would have said it. */
  entry: { id: string; action: string; at: Date } | null
}

export type Checked = {
  /** Where the next links go on. */
  head: Head
  faults: Fault[]
  /** How many entries had their details erased, as was recorded. */
  erased: number
}

/**
 * Checks links of the chain against what is before them and against their entries.
 * @param head where the links before these ended; `CHAIN_START` at first.
 * @param links in the order of their positions.
 */
export function checkLinks(head: Head, links: readonly Link[], sha256: Sha256): Checked {
  const checked: Checked = { head, faults: [], erased: 0 }
  for (const link of links) {
    const { seal, entry } = link
    const fault = (kind: Fault['kind'], because: string) =>
      checked.faults.push({
        kind,
        position: seal.position,
        because,
        entry: { id: seal.entryId, action: seal.action, at: seal.at },
      })
    checked.faults.push(...gap(checked.head.position, seal.position))
    const isNext = seal.position === checked.head.position + 1
    if (isNext && hashAfter(checked.head, seal.recordDigest, sha256) !== seal.hash)
      fault('reordered', 'its seal does not follow from the one before: it was moved, or one of the two was rewritten')
    if (!entry) fault('missing', 'there is no such entry any more')
    else if (isAltered(seal, entry, sha256)) fault('altered', 'the entry is not what was sealed')
    else if (!entry.salt && !link.isErasureRecorded)
      fault('erased', 'its details were erased, and nothing records an erasure')
    else if (!entry.salt) checked.erased += 1
    // By what is stored, so that one fault is not named again at every later position.
    checked.head = seal
  }
  return checked
}

function* gap(last: number, next: number): Generator<Fault> {
  for (let position = last + 1; position < next; position++)
    yield { kind: 'unsealed', position, because: 'the seal of this position is gone', entry: null }
}

/** Erased details cannot be compared: their digest stands for them, and the record's digest holds it in place. */
function isAltered(seal: Seal, entry: AuditRecord, sha256: Sha256): boolean {
  const hasDetails = entry.salt !== null
  const isErased = !hasDetails && JSON.stringify(entry.details) === '{}'
  const isOwnDetails = hasDetails ? digestOfDetails(entry, sha256) === seal.detailsDigest : isErased
  const isSameHeading = entry.action === seal.action && entry.at.getTime() === seal.at.getTime()
  return !isOwnDetails || !isSameHeading || digestOfRecord(entry, seal.detailsDigest, sha256) !== seal.recordDigest
}
