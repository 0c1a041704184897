import { HIT_KINDS, type Hit, type HitKind } from '#app/domain/screen/hit.ts'
import type { Label, LabelledNote } from './screen-notes.ts'

export type Agreement = { kind: HitKind; labels: number; found: number; hits: number; right: number }

/** How far the screen finds what was labelled, kind by kind. A part of a number is no find: all of the label has to be hit. */
export function agreementOf(notes: readonly LabelledNote[], screen: (text: string) => readonly Hit[]): Agreement[] {
  const screened = notes.map(({ text, labels }) => ({ labels, hits: screen(text) }))
  return HIT_KINDS.map((kind) => {
    const pairs = screened.map(({ labels, hits }) => ({ labels: labels.filter(of(kind)), hits: hits.filter(of(kind)) }))
    return {
      kind,
      labels: sum(pairs.map(({ labels }) => labels.length)),
      found: sum(
        pairs.map(({ labels, hits }) => labels.filter((label) => hits.some((hit) => covers(hit, label))).length),
      ),
      hits: sum(pairs.map(({ hits }) => hits.length)),
      right: sum(
        pairs.map(({ labels, hits }) => hits.filter((hit) => labels.some((label) => meets(hit, label))).length),
      ),
    }
  })
}

export const recallOf = ({ labels, found }: Pick<Agreement, 'labels' | 'found'>) => found / labels
export const precisionOf = ({ hits, right }: Pick<Agreement, 'hits' | 'right'>) => right / hits

/** All kinds but names: what has a form. */
export const structured = (agreements: readonly Agreement[]) =>
  agreements
    .filter(({ kind }) => kind !== 'name')
    .reduce(
      (all, one) => ({
        labels: all.labels + one.labels,
        found: all.found + one.found,
        hits: all.hits + one.hits,
        right: all.right + one.right,
      }),
      { labels: 0, found: 0, hits: 0, right: 0 },
    )

const of =
  (kind: HitKind) =>
  (one: { kind: HitKind }): boolean =>
    one.kind === kind
const covers = (hit: Hit, label: Label) =>
  hit.kind === 'name' ? meets(hit, label) : hit.from <= label.from && label.to <= hit.to
const meets = (hit: Hit, label: Label) => hit.from < label.to && label.from < hit.to
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
