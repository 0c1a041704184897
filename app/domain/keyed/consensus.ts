import type { AskedCoding } from './annotation.ts'
import { textsOf } from './annotation.ts'
import type { Asked, KeyedAnswers } from './answers.ts'
import { countOf, type PanelCounts, SHIFTS, type Shift } from './concordance.ts'
import type { AskedJudgement, JudgementKey } from './judgement.ts'
import type { CodingKey, ConcordanceKey, JudgementKeys, Key } from './key.ts'
import { runsOf, sentencesOfTurns } from './sentence-runs.ts'

/** What one member of a panel answered, and why: by item, or by turn where a transcript is coded. */
export type PanelAnswer = { answers: KeyedAnswers; reasons: Record<string, string> }

/** A passage or a critical error belongs to the consensus when at least this share of the members has it. */
export const AGREED_BY = 0.5

/**
 * The key that a panel's complete answers come to.
 * - script concordance: how many chose each answer (Charlin et al. 2005);
 * - ranking: the order of the mean places, equal means tied;
 * - choice: for each option the share of members who chose it, scaled so that the most chosen earns 1;
 * - coding: sentence by sentence, the codes that at least {@link AGREED_BY} of the members gave; neighbours make one passage.
 */
export function formConsensus(asked: Asked, members: readonly PanelAnswer[]): Key {
  if (asked.kind === 'annotate') return codingConsensus(asked, members)
  if (asked.kind === 'situational-judgement') return judgementConsensus(asked, members)
  return concordanceConsensus(asked.items, members)
}

function concordanceConsensus(items: readonly { id: string }[], members: readonly PanelAnswer[]): ConcordanceKey {
  const countsFor = (id: string) => {
    const given = members.map(({ answers }) => (answers.kind === 'script-concordance' ? answers.shifts[id] : undefined))
    return countsOf(given.filter((shift) => shift !== undefined))
  }
  const keyed = items.map(({ id }) => [id, { panel: countsFor(id), because: reasonsFor(id, members) }])
  return { kind: 'script-concordance', items: Object.fromEntries(keyed) }
}

function countsOf(shifts: readonly Shift[]): PanelCounts {
  const counts: PanelCounts = { '-2': 0, '-1': 0, '0': 0, '1': 0, '2': 0 }
  for (const shift of SHIFTS) counts[`${shift}`] = countOf(counts, shift) + shifts.filter((one) => one === shift).length
  return counts
}

function judgementConsensus({ items }: AskedJudgement, members: readonly PanelAnswer[]): JudgementKeys {
  const keyed = items.map((item) => [item.id, { ...keyFor(item, members), because: reasonsFor(item.id, members) }])
  return { kind: 'situational-judgement', items: Object.fromEntries(keyed) }
}

function keyFor({ id, mode, options }: AskedJudgement['items'][number], members: readonly PanelAnswer[]): JudgementKey {
  const judged = members.flatMap(({ answers }) =>
    answers.kind === 'situational-judgement' ? (answers.items[id] ?? []) : [],
  )
  if (mode === 'rank') {
    const orders = judged.flatMap((one) => ('places' in one ? [one.places] : []))
    // Sums in place of means: every order is complete, and whole numbers tie exactly.
    const sums = options.map((option) => orders.reduce((sum, places) => sum + (places[option.id] ?? 0), 0))
    const placed = options.map((option, index) => [
      option.id,
      1 + sums.filter((sum) => sum < (sums[index] ?? 0)).length,
    ])
    return { mode, places: Object.fromEntries(placed) }
  }
  const choices = judged.flatMap((one) => ('chosen' in one ? one.chosen : []))
  const chosenBy = options.map((option) => choices.filter((one) => one === option.id).length)
  const most = Math.max(1, ...chosenBy)
  return {
    mode,
    credits: Object.fromEntries(options.map((option, index) => [option.id, (chosenBy[index] ?? 0) / most])),
  }
}

function codingConsensus(asked: AskedCoding, members: readonly PanelAnswer[]): CodingKey {
  const texts = textsOf(asked)
  const sentences = sentencesOfTurns(texts)
  const codings = members.map(({ answers }) => (answers.kind === 'annotate' ? runsOf(answers.passages, sentences) : []))
  const votes = new Map<string, number>()
  for (const { turn, code, sentences: places } of codings.flat())
    for (const place of places) votes.set(`${turn} ${place} ${code}`, (votes.get(`${turn} ${place} ${code}`) ?? 0) + 1)
  const agreed = [...votes].flatMap(([vote, count]) => {
    const [turn, place, code = ''] = vote.split(' ')
    const sentence = sentences[Number(turn) - 1]?.[Number(place)]
    const isAgreed = count >= AGREED_BY * members.length
    return sentence && isAgreed ? [{ turn: Number(turn), code, from: sentence.from, to: sentence.to }] : []
  })
  const passages = runsOf(agreed, sentences).map(({ turn, code, sentences: places }) => {
    const coders = members.filter((_, index) =>
      codings[index]?.some(
        (run) => run.turn === turn && run.code === code && run.sentences.some((at) => places.includes(at)),
      ),
    )
    const [first, last] = [sentences[turn - 1]?.[places[0] ?? 0], sentences[turn - 1]?.[places.at(-1) ?? 0]]
    return { turn, from: first?.from ?? 0, to: last?.to ?? 0, code, because: reasonsFor(String(turn), coders) }
  })
  return { kind: 'annotate', passages: passages.sort((a, b) => a.turn - b.turn || a.from - b.from) }
}

/** In the order of the alphabet: the order of the members would tell who wrote which. */
const reasonsFor = (subject: string, members: readonly PanelAnswer[]): string[] =>
  members.flatMap(({ reasons }) => reasons[subject]?.trim() || []).sort()
