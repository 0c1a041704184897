import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AuditRecord, CHAIN_START, sealEntries } from '#app/domain/audit/chain.ts'
import { checkLinks, type Link } from '#app/domain/audit/check-chain.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const record = fc.record<AuditRecord>({
  id: fc.uuid(),
  at: fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true }),
  actorId: fc.option(fc.uuid()),
  action: fc.constantFrom('mark.locked', 'role.granted', 'attempt.submitted'),
  objectKind: fc.constantFrom('mark', 'user', 'attempt'),
  objectId: fc.string(),
  details: fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1, maxKeys: 4 }),
  requestId: fc.option(fc.string()),
  salt: fc.uuid(),
})
const trail = fc.uniqueArray(record, { minLength: 2, maxLength: 12, selector: ({ id }) => id })
const trailAndPlace = trail.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.integer({ min: 0, max: entries.length - 1 })),
)

const linksOf = (entries: readonly AuditRecord[]): Link[] =>
  sealEntries(CHAIN_START, entries, sha256).map((seal, index) => ({
    seal,
    entry: entries[index] ?? null,
    isErasureRecorded: false,
  }))
const check = (links: readonly Link[]) => checkLinks(CHAIN_START, links, sha256)
const found = (links: readonly Link[]) => check(links).faults.map(({ kind, position }) => ({ kind, position }))
const changed = (links: readonly Link[], index: number, change: (link: Link) => Partial<Link>): Link[] =>
  links.map((link, each) => (each === index ? { ...link, ...change(link) } : link))

describe('a chain of audit entries', () => {
  it('is whole as it was sealed, in one run or in several', () =>
    fc.assert(
      fc.property(trailAndPlace, ([entries, cut]) => {
        const links = linksOf(entries)
        expect(found(links)).toEqual([])
        const first = sealEntries(CHAIN_START, entries.slice(0, cut), sha256)
        const rest = sealEntries(first.at(-1) ?? CHAIN_START, entries.slice(cut), sha256)
        expect([...first, ...rest]).toEqual(links.map(({ seal }) => seal))
        const half = check(links.slice(0, cut))
        expect(checkLinks(half.head, links.slice(cut), sha256).faults).toEqual([])
      }),
    ))

  it('has the same digests in whatever order the database gives the keys of details', () => {
    const entry = { details: { one: 1, two: { a: 1, b: 2 } } }
    const again = { details: { two: { b: 2, a: 1 }, one: 1 } }
    const [base] = fc.sample(record, { numRuns: 1, seed: 1 })
    if (!base) throw new Error('no sample')
    expect(sealEntries(CHAIN_START, [{ ...base, ...entry }], sha256)).toEqual(
      sealEntries(CHAIN_START, [{ ...base, ...again }], sha256),
    )
  })

  it.each<[string, (entry: AuditRecord) => AuditRecord]>([
    ['who', (entry) => ({ ...entry, actorId: entry.actorId ? null : '00000000-0000-0000-0000-000000000000' })],
    ['when', (entry) => ({ ...entry, at: new Date(entry.at.getTime() + 1) })],
    ['what', (entry) => ({ ...entry, action: 'mark.released' })],
    ['the kind of object', (entry) => ({ ...entry, objectKind: 'appeal' })],
    ['which object', (entry) => ({ ...entry, objectId: `${entry.objectId}0` })],
    ['which request', (entry) => ({ ...entry, requestId: `${entry.requestId}0` })],
    ['the details', (entry) => ({ ...entry, details: { ...(entry.details as object), more: 1 } })],
    ['the salt', (entry) => ({ ...entry, salt: '00000000-0000-0000-0000-000000000000' })],
    ['erased details that are not empty', (entry) => ({ ...entry, salt: null })],
  ])('names an entry in which %s was altered, and no other', (_, alter) =>
    fc.assert(
      fc.property(trailAndPlace, ([entries, index]) => {
        const links = changed(linksOf(entries), index, ({ entry }) => ({ entry: entry && alter(entry) }))
        expect(found(links)).toEqual([{ kind: 'altered', position: index + 1 }])
        expect(check(links).faults[0]?.entry?.id).toBe(entries[index]?.id)
      }),
    ),
  )

  it('names an entry that is gone by what its seal repeats of it', () =>
    fc.assert(
      fc.property(trailAndPlace, ([entries, index]) => {
        const [fault, ...others] = check(changed(linksOf(entries), index, () => ({ entry: null }))).faults
        const { id, action, at } = entries[index] ?? {}
        expect(fault).toMatchObject({ kind: 'missing', position: index + 1, entry: { id, action, at } })
        expect(others).toEqual([])
      }),
    ))

  it('names the positions whose seals are gone, but for those at the end, which only a checkpoint can miss', () =>
    fc.assert(
      fc.property(trailAndPlace, ([entries, index]) => {
        const links = linksOf(entries).filter((_, each) => each !== index)
        const isLast = index === entries.length - 1
        expect(found(links)).toEqual(isLast ? [] : [{ kind: 'unsealed', position: index + 1 }])
      }),
    ))

  it('names two entries that changed places, whether their seals went with them or not', () =>
    fc.assert(
      fc.property(trailAndPlace, ([entries, index]) => {
        const links = linksOf(entries)
        const [one, other] = [links[index], links[(index + 1) % links.length]]
        if (!one || !other) throw new Error('no place')
        const swapEntries = (link: Link) =>
          link === one ? { ...one, entry: other.entry } : link === other ? { ...other, entry: one.entry } : link
        expect(found(links.map(swapEntries)).map(({ kind }) => kind)).toEqual(['altered', 'altered'])
        const moved = (link: Link, to: Link) => ({ ...link, seal: { ...link.seal, position: to.seal.position } })
        const swapSeals = (link: Link) => (link === one ? moved(other, one) : link === other ? moved(one, other) : link)
        const named = found(links.map(swapSeals))
        for (const { seal } of [one, other])
          expect(named).toContainEqual({ kind: 'reordered', position: seal.position })
      }),
    ))

  it('names a seal that was made to fit an altered entry', () =>
    fc.assert(
      fc.property(trailAndPlace, ([entries, index]) => {
        const links = linksOf(entries)
        const altered = entries.map((entry, each) =>
          each === index ? { ...entry, objectId: `${entry.objectId}0` } : entry,
        )
        const forged = linksOf(altered)
        const withOneForged = links.map((link, each) => (each === index ? (forged[each] ?? link) : link))
        const isLast = index === entries.length - 1
        expect(found(withOneForged)).toEqual(isLast ? [] : [{ kind: 'reordered', position: index + 2 }])
      }),
    ))

  it('stays whole when details are erased with their salt, and says so where nothing records the erasure', () =>
    fc.assert(
      fc.property(trailAndPlace, ([entries, index]) => {
        const erase = (isErasureRecorded: boolean) =>
          changed(linksOf(entries), index, ({ entry }) => ({
            entry: entry && { ...entry, details: {}, salt: null },
            isErasureRecorded,
          }))
        expect(check(erase(true))).toMatchObject({ faults: [], erased: 1 })
        expect(found(erase(false))).toEqual([{ kind: 'erased', position: index + 1 }])
      }),
    ))

  it('holds nothing by which the same details could be recognised', () => {
    const [base] = fc.sample(record, { numRuns: 1, seed: 1 })
    if (!base) throw new Error('no sample')
    const digestWith = (salt: string) => sealEntries(CHAIN_START, [{ ...base, salt }], sha256)[0]?.detailsDigest
    expect(digestWith('01980000-0000-7000-8000-000000000001')).not.toBe(
      digestWith('01980000-0000-7000-8000-000000000002'),
    )
  })
})
