import type { PanelProvenance } from '#app/domain/provenance.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { Block, Choice } from '#app/pdf/report/report.ts'
import { formatTime } from '#app/ui/time.tsx'
import type { OpenQuestion } from '../question-view.ts'
import { heading, quiet, text, together } from './blocks.ts'

/** A question as an exercise on paper, never parted: what there is to read, and where the answer is written. */
export function questionBlocks(question: OpenQuestion, number: number): Block[] {
  const { prompt, panel, remark } = question
  return together([
    heading(3, `Question ${number}`),
    { kind: 'paragraph', tone: 'strong', text: prompt },
    ...askedBy(question),
    ...(panel ? [quiet(panelWords(panel))] : []),
    ...(remark ? [quiet(remark)] : []),
  ])
}

const panelWords = ({ panel, members, on }: PanelProvenance) =>
  inNumber(
    members,
    { one: 'Expert panel: {panel}, 1 member, {on}', other: 'Expert panel: {panel}, {n} members, {on}' },
    { panel, on: formatTime(on, 'UTC') },
  )

function askedBy({ stem, prompt, options }: OpenQuestion): Block[] {
  switch (stem.kind) {
    case 'single':
      return [quiet('Choose one.'), choices(options, 'round')]
    case 'multiple':
      return [...(/all that apply/i.test(prompt) ? [] : [quiet('Choose all that apply.')]), choices(options, 'square')]
    case 'order':
      return [quiet('Number the steps from first to last.'), choices(options, 'square')]
    case 'match': {
      const lines = options.map((option, index) => ({ label: `${index + 1}`, text: option.text }))
      return [
        quiet(
          'Write the letter of an answer beside each line. An answer may be used once, more than once, or not at all.',
        ),
        { kind: 'pairing', lines, answers: lettered(stem.answers) },
      ]
    }
    case 'gap':
      return [...(stem.isNumber ? [quiet('A number, in figures.')] : []), text(stem.sentence.replace('___', GAP))]
    case 'mode':
      return [...transcript(stem.transcript), quiet('Choose one.'), choices(options, 'round')]
    case 'script-concordance':
      return [
        text(`You were thinking ${stem.thinking}`),
        text(`and then you learn ${stem.learn}`),
        quiet('The thought becomes:'),
        choices(options, 'round'),
      ]
  }
}

/** As long as a word that is written by hand. */
const GAP = '_'.repeat(24)

const choices = (options: readonly { text: string }[], box: 'round' | 'square'): Block => ({
  kind: 'choices',
  items: lettered(options),
  box,
})

/** The letters by which the answers tell options from each other. */
export const letter = (index: number): string => String.fromCodePoint(0x41 + index)

const lettered = (options: readonly { text: string }[]): Choice[] =>
  options.map((option, index) => ({ label: letter(index), text: option.text }))

type Turns = Extract<OpenQuestion['stem'], { kind: 'mode' }>['transcript']

/** What leads up to the line that is asked about is there to understand it by. */
const transcript = (turns: Turns): Block[] =>
  turns.flatMap(({ speaker, says, note }, index) => [
    ...(index > 0 && index === turns.length - 1 ? [quiet('The line in question:')] : []),
    text(`${speaker}: ${note ? `(${note}) ` : ''}${says}`),
  ])
