import { sentencesOf } from '#app/domain/passages.ts'
import type { KeyedVignette, Turn, VignetteOf } from './vignette-schema.ts'

/** One turn of a transcript that is coded: where its sentences begin and end is told, so that every browser cuts them alike. */
export type CodedTurn = Pick<Turn, 'speaker' | 'says' | 'note'> & { sentences: { from: number; to: number }[] }

export type Code = VignetteOf<'annotate'>['codes'][number]

export type CodingQuestion = { kind: 'annotate'; codes: Code[]; transcript: CodedTurn[] }
export type ConcordanceQuestion = {
  kind: 'script-concordance'
  items: { id: string; thinking: string; learn: string }[]
}
type Options = { id: string; text: string }[]
export type JudgementQuestion = {
  kind: 'situational-judgement'
  items: ({ id: string; stem: string; options: Options } & ({ mode: 'rank' } | { mode: 'choose'; choose: number }))[]
}

/** What a vignette asks whose answer a key scores. */
export type KeyedQuestion = CodingQuestion | ConcordanceQuestion | JudgementQuestion

/** A vignette without its key, for whoever answers: made of what is asked, so that nothing else can slip through. */
export function keyedQuestion(vignette: KeyedVignette): KeyedQuestion {
  if (vignette.kind === 'annotate') {
    const transcript = vignette.transcript.map(({ speaker, says, note }) => ({
      ...{ speaker, says, ...(note !== undefined && { note }) },
      sentences: sentencesOf(says).map(({ from, to }) => ({ from, to })),
    }))
    return { kind: vignette.kind, codes: vignette.codes, transcript }
  }
  if (vignette.kind === 'script-concordance')
    return { kind: vignette.kind, items: vignette.items.map(({ id, thinking, learn }) => ({ id, thinking, learn })) }
  return { kind: vignette.kind, items: vignette.items.map(judgementItem) }
}

function judgementItem(item: VignetteOf<'situational-judgement'>['items'][number]): JudgementQuestion['items'][number] {
  const options = item.options.map(({ id, text }) => ({ id, text }))
  const asked = { id: item.id, stem: item.stem, options }
  return item.mode === 'rank' ? { ...asked, mode: item.mode } : { ...asked, mode: item.mode, choose: item.choose }
}
