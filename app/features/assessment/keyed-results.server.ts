import { type CodingQuestion, type ConcordanceQuestion, keyedQuestion } from '#app/content/keyed-question.ts'
import { proseHtml } from '#app/content/render-prose.server.tsx'
import type { KeyedVignette, VignetteOf } from '#app/content/vignette-schema.ts'
import type { KeyedAnswers } from '#app/domain/keyed/answers.ts'
import type { ConcordanceItem, PanelCounts } from '#app/domain/keyed/concordance.ts'
import type { Judged, JudgementItem } from '#app/domain/keyed/judgement.ts'
import type { Key } from '#app/domain/keyed/key.ts'
import type { AnnotationScore, Compared, Part } from '#app/domain/keyed/score-annotation.ts'
import type { ScoreDetails } from '#app/domain/keyed/score-keyed.ts'

/** Why the key is as it is: our content's own words as HTML within a line, or what a member of a panel wrote. */
export type Reason = { html: string } | { text: string }

export type CodingResult = CodingQuestion & Omit<AnnotationScore, 'key'> & { key: (Compared & { reasons: Reason[] })[] }

export type ConcordanceResult = {
  kind: 'script-concordance'
  mean: Part
  items: (ConcordanceQuestion['items'][number] & ConcordanceItem & { counts: PanelCounts; reasons: Reason[] })[]
}

type OptionResult = { id: string; text: string; reasons: Reason[] }
export type RankResult = { mode: 'rank'; options: (OptionResult & { own: number; panel: number })[] }
export type ChoiceResult = { mode: 'choose'; options: (OptionResult & { isChosen: boolean; credit: number })[] }
export type JudgedItem = JudgementItem & { stem: string; reasons: Reason[] } & (RankResult | ChoiceResult)
export type JudgementResult = { kind: 'situational-judgement'; mean: Part; items: JudgedItem[] }

export type KeyedComparison = CodingResult | ConcordanceResult | JudgementResult

type Compare = { vignette: KeyedVignette; answers: KeyedAnswers; details: ScoreDetails; key: Key; isOwnKey: boolean }

/** What was answered beside what the key says of it. @param isOwnKey whether the key is the content's own, with its words. */
export function compareWithKey({ vignette, answers, details, key, isOwnKey }: Compare): KeyedComparison {
  const question = keyedQuestion(vignette)
  const reasons = (because: readonly string[]) => because.map((text) => reasonOf(text, isOwnKey))
  if (question.kind === 'annotate' && details.kind === 'annotate' && key.kind === 'annotate') {
    const compared = details.key.map((one, index) => ({ ...one, reasons: reasons(key.passages[index]?.because ?? []) }))
    return { ...question, ...details, key: compared }
  }
  if (question.kind === 'script-concordance' && details.kind === 'script-concordance' && key.kind === details.kind) {
    const items = question.items.flatMap((asked) => {
      const item = details.items.find(({ id }) => id === asked.id)
      const { panel: counts, because } = key.items[asked.id] ?? { panel: NOBODY, because: [] }
      return item ? [{ ...asked, ...item, counts, reasons: reasons(because) }] : []
    })
    return { kind: details.kind, mean: details.mean, items }
  }
  if (vignette.kind === 'situational-judgement' && details.kind === vignette.kind && key.kind === vignette.kind) {
    const given = answers.kind === vignette.kind ? answers.items : {}
    const items = vignette.items.flatMap((item) => {
      const { credit } = details.items.find(({ id }) => id === item.id) ?? {}
      const judgement = key.items[item.id]
      if (!credit || !judgement) return []
      const { id, stem } = item
      return [
        { id, stem, credit, reasons: reasons(judgement.because), ...options(item, given[id], judgement, isOwnKey) },
      ]
    })
    return { kind: details.kind, mean: details.mean, items }
  }
  throw new Error('a score of another kind than its vignette')
}

const NOBODY: PanelCounts = { '-2': 0, '-1': 0, '0': 0, '1': 0, '2': 0 }

const reasonOf = (text: string, isOwnKey: boolean): Reason => (isOwnKey ? { html: withinALine(text) } : { text })

/** A reason stands within a note or a cell: its paragraphs are told apart by a space only. */
const withinALine = (text: string) =>
  proseHtml(text)
    .replaceAll('</p><p>', ' ')
    .replace(/^<p>|<\/p>$/g, '')

type AskedItem = VignetteOf<'situational-judgement'>['items'][number]

function options(
  item: AskedItem,
  judged: Judged | undefined,
  key: Extract<Key, { kind: 'situational-judgement' }>['items'][string],
  isOwnKey: boolean,
): RankResult | ChoiceResult {
  // What the content says of an option explains the content's own key and not a panel's.
  const shown = item.options.map(({ id, text, because }) => ({
    ...{ id, text },
    reasons: isOwnKey ? [reasonOf(because, isOwnKey)] : [],
  }))
  if (key.mode === 'rank') {
    const places = judged && 'places' in judged ? judged.places : {}
    const placed = shown.map((option) => ({
      ...option,
      own: places[option.id] ?? 0,
      panel: key.places[option.id] ?? 0,
    }))
    return { mode: key.mode, options: placed.sort((a, b) => a.panel - b.panel || a.own - b.own) }
  }
  const chosen = judged && 'chosen' in judged ? judged.chosen : []
  const credited = shown.map((option) => ({
    ...{ ...option, isChosen: chosen.includes(option.id) },
    credit: key.credits[option.id] ?? 0,
  }))
  return { mode: key.mode, options: credited.sort((a, b) => b.credit - a.credit) }
}
