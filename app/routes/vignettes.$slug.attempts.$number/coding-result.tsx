import type { ReactNode } from 'react'
import type { Standing } from '#app/domain/keyed/score-annotation.ts'
import type { Provenance } from '#app/domain/provenance.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { CodingResult as Result } from '#app/features/assessment/keyed-results.server.ts'
import { CodedText, type CodeMark } from '#app/features/keyed/coded-text.tsx'
import { CodeList } from '#app/features/keyed/coding-help.tsx'
import type { Span } from '#app/features/keyed/pieces.ts'
import { Dialogue } from '#app/ui/dialogue.tsx'
import { asPercent, keyHolder, partText } from './figures.ts'
import { Reasons } from './reasons.tsx'

type CodingResultProps = { result: Result; provenance: Provenance }

/** Both codings in the text, with the key's reasons in the margin, under the figures in words. */
export function CodingResult({ result, provenance }: CodingResultProps) {
  const { codes, transcript } = result
  return (
    <>
      <FiguresInWords result={result} holder={keyHolder(provenance)} />
      <section aria-labelledby="both" className="grid gap-4">
        <h2 id="both" className="text-2xl">
          Both codings in the text
        </h2>
        <p className="flex max-w-measure flex-wrap gap-x-6 gap-y-1 text-ink-muted text-sm">
          <span>
            <mark className="coded own">Your coding</mark> is on a ground,
          </span>
          <span>
            <mark className="coded panel">that of {keyHolder(provenance)}</mark> has a double line.
          </span>
        </p>
        <details>
          <summary className="min-h-8 font-medium">What the codes mean</summary>
          <div className="max-w-measure py-4">
            <CodeList codes={codes} />
          </div>
        </details>
        <Dialogue
          turns={transcript.map(({ speaker, says, note }, index) => ({
            speaker,
            action: note,
            says: (
              <CodedText
                text={says}
                part={{ from: 0, to: says.length }}
                spans={spansIn(result, index + 1, provenance)}
              />
            ),
            notes: notesOn(result, index + 1),
          }))}
        />
      </section>
    </>
  )
}

function FiguresInWords({ result, holder }: { result: Result; holder: string }) {
  const { counts, precision, recall, agreement } = result
  return (
    <ul className="grid max-w-measure list-disc gap-1 ps-5">
      <li>
        {inNumber(
          counts.own,
          {
            one: 'You coded 1 passage. Of it, coded so by {holder}: {agreed} (precision: {precision}).',
            other: 'You coded {n} passages. Of them, coded so by {holder}: {agreed} (precision: {precision}).',
          },
          { holder, agreed: counts.ownAgreed, precision: partText(precision) },
        )}
      </li>
      <li>
        {inNumber(
          counts.key,
          {
            one: '1 passage is coded by {holder}, of which you found {found} (recall: {recall}).',
            other: '{n} passages are coded by {holder}, of which you found {found} (recall: {recall}).',
          },
          { holder, found: counts.keyFound, recall: partText(recall) },
        )}
      </li>
      <li>
        Agreement over the whole text, beyond what chance would give (Cohen’s kappa, 1 is complete):{' '}
        {'value' in agreement ? agreement.value.toFixed(2).replace('-', '−') : agreement.reason}
      </li>
      <li className="text-ink-muted text-sm">
        Passages are compared by whole sentences, and neighbouring ones with one code count as one. The score is the
        balance of precision and recall (F1{'value' in result.f1 && `: ${asPercent(result.f1.value)}`}).
      </li>
    </ul>
  )
}

const titleOf = ({ codes }: Result, code: string) => codes.find(({ id }) => id === code)?.title ?? code

function spansIn(result: Result, turn: number, provenance: Provenance): Span<CodeMark>[] {
  const sides = [
    { side: 'own', who: 'You', coded: result.own },
    { side: 'panel', who: provenance === 'demo' ? 'Key' : 'Panel', coded: result.key },
  ] as const
  return sides.flatMap(({ side, who, coded }) =>
    coded
      .filter((one) => one.turn === turn)
      .map(({ from, to, code }) => ({
        ...{ from, to },
        mark: { key: `${side} ${from} ${to} ${code}`, label: `${who}: ${titleOf(result, code)}`, side },
      })),
  )
}

const keyWords: Record<Standing, string> = {
  agreed: 'You found it.',
  partly: 'You gave this code to only a part of it, or to much more.',
  otherwise: 'You gave it another code.',
  alone: 'You gave it no code.',
}

const ownWords: Record<Exclude<Standing, 'agreed'>, string> = {
  partly: 'is on only a part of what the key has, or on much more.',
  otherwise: 'stands where the key has another code.',
  alone: 'stands where the key has no code.',
}

function notesOn(result: Result, turn: number): ReactNode[] {
  const keyNotes = result.key
    .filter((one) => one.turn === turn)
    .map(({ code, standing, reasons }) => (
      <>
        <b>{titleOf(result, code)}.</b> <Reasons reasons={reasons} /> <i>{keyWords[standing]}</i>
      </>
    ))
  const ownNotes = result.own.flatMap(({ turn: at, code, standing }) =>
    at !== turn || standing === 'agreed' ? [] : [`Your “${titleOf(result, code)}” ${ownWords[standing]}`],
  )
  return [...keyNotes, ...ownNotes]
}
