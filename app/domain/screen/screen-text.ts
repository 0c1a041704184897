import { findAddresses } from './addresses.ts'
import { findBirthDates } from './birth-dates.ts'
import { findEmails, findPhones, findPostcodes } from './contact.ts'
import { type Finding, HIT_KINDS, type Hit, type HitKind } from './hit.ts'
import { findNames, type NameLists } from './names.ts'
import { findNhsNumbers, findRecordNumbers } from './numbers.ts'

/** What the screen has to be told, since a rule has no clock and imports no library. */
export type ScreenKnowledge = {
  /** `YYYY-MM-DD`, where the writer is. */
  today: string
  names: NameLists
  /** Whether such digits, as they were typed, could be dialled. */
  isPhoneNumber: (typed: string) => boolean
}

/**
 * Finds likely identifiers in a text before it is saved (DOMAIN.md, "The practice portfolio and confidentiality"). It takes time in
 * proportion to the text, and never throws. That nothing is found does not say that nothing is there.
 * @returns the hits in the order of the text; none overlaps another.
 */
export function screenText(text: string, { today, names, isPhoneNumber }: ScreenKnowledge): Hit[] {
  const found: Record<HitKind, Finding[]> = {
    email: findEmails(text),
    'nhs-number': findNhsNumbers(text),
    'record-number': findRecordNumbers(text),
    phone: findPhones(text, isPhoneNumber),
    'birth-date': findBirthDates(text, today),
    address: findAddresses(text),
    postcode: findPostcodes(text),
    name: findNames(text, names),
  }
  const hits = HIT_KINDS.flatMap((kind) =>
    found[kind].map((finding): Hit => ({ ...finding, kind, text: text.slice(finding.from, finding.to) })),
  )
  return withoutOverlaps(hits)
}

/** Where two overlap, the kind that says more stays; of one kind, the longer one. */
function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = []
  for (const hit of hits.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = kept.at(-1)
    if (!last || hit.from >= last.to) kept.push(hit)
    else if (saysMore(hit, last)) kept[kept.length - 1] = hit
  }
  return kept
}

const saysMore = (one: Hit, other: Hit) =>
  one.kind === other.kind
    ? one.to - one.from > other.to - other.from
    : HIT_KINDS.indexOf(one.kind) < HIT_KINDS.indexOf(other.kind)
