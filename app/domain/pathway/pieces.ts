import { approvalsOf } from './approvals.ts'
import type { Day, DocumentFact, PathwayFacts } from './facts.ts'
import { caseAmounts, type Piece, pieceOf, type Unreferred } from './piece.ts'
import type { EvidenceKind } from './rules.ts'

export type Pieces = Readonly<Record<EvidenceKind, readonly Piece[]>>

const byDayAndId = (a: Piece, b: Piece) => {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  return a.id < b.id ? -1 : Number(a.id > b.id)
}

const referred = (piece: Unreferred): Piece => {
  const { evidence, id, label, from } = piece
  return Object.assign(piece, { ref: { evidence, id, label, on: from } })
}

/** The evidence as it stood at the end of a day, in the order of its days whatever the order of the facts. */
export function piecesAt(facts: PathwayFacts, at: Day): Pieces {
  const isApproved = approvalsOf(facts)
  const codes = new Map(facts.cases.map(({ id, code }) => [id, code]))
  const cases = facts.cases.filter(({ startedOn }) => startedOn <= at)
  const of = <Fact>(list: readonly Fact[], asPiece: (fact: Fact) => Unreferred) =>
    list.map((fact) => referred(asPiece(fact))).sort(byDayAndId)
  const held = <Fact extends { on: Day }>(list: readonly Fact[]) => list.filter(({ on }) => on <= at)
  return {
    cases: of(cases, (fact) => pieceOf.case(fact, at, isApproved)),
    supervision: of(held(facts.supervision), (fact) => pieceOf.supervision(fact, at, isApproved)),
    clips: of(held(facts.clips), (fact) => pieceOf.clip(fact, at, isApproved, codes.get(fact.caseId) ?? '')),
    trainings: of(
      facts.trainings.filter(({ endedOn }) => endedOn <= at),
      (fact) => pieceOf.training(fact, at, isApproved),
    ),
    documents: of(inForce(held(facts.documents)), (fact) => pieceOf.document(fact, isApproved)),
    cpd: of(held(facts.cpd), pieceOf.cpd),
  }
}

/** Of the statements of each supervisor the newest: a later word takes the place of an earlier one, from its day on. */
function inForce(documents: readonly DocumentFact[]): DocumentFact[] {
  const newest = new Map<string, DocumentFact>()
  const others: DocumentFact[] = []
  for (const document of documents) {
    const { kind, supervisorId } = document
    if (kind !== 'supervisor-statement' || supervisorId === undefined) others.push(document)
    else if (isLater(document, newest.get(supervisorId))) newest.set(supervisorId, document)
  }
  return [...others, ...newest.values()]
}

/** Ids tell which came later on one day. */
const isLater = (a: DocumentFact, b: DocumentFact | undefined): boolean =>
  b === undefined || a.on > b.on || (a.on === b.on && a.id > b.id)

/** What there was of the evidence by the end of an earlier day, with what has been confirmed since. */
export function piecesUntil(pieces: Pieces, day: Day): Pieces {
  const until = (list: readonly Piece[]) => list.filter(({ to }) => to <= day)
  return {
    ...pieces,
    cases: pieces.cases.filter(({ from }) => from <= day).map((piece) => sessionsBetween(piece, '', day)),
    supervision: until(pieces.supervision),
    clips: until(pieces.clips),
    trainings: until(pieces.trainings),
    documents: until(pieces.documents),
    cpd: until(pieces.cpd),
  }
}

/** A case with only those of its sessions that were held after one day and up to another; any other piece as it is. */
export function sessionsBetween(piece: Piece, after: Day, until: Day): Piece {
  if (!piece.sessions) return piece
  const sessions = piece.sessions.filter(({ on }) => on > after && on <= until)
  if (sessions.length === piece.sessions.length) return piece
  return { ...piece, sessions, fields: { ...piece.fields, sessions: sessions.length }, amounts: caseAmounts(sessions) }
}
