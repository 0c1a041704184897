import { memo, useEffect, useState } from 'react'
import { figure, inNumber } from '#app/domain/wording.ts'
import type { RichDocument } from './document.ts'
import { MAX_DOCUMENT_CHARACTERS } from './document-limits.ts'
import { plainTextOf } from './plain-text.ts'
import { countWords } from './word-count.ts'

/** A pause in typing after which a screen reader may speak. */
const QUIET_MS = 2_000
/** From here on the number of characters left is worth a line. */
const NEARLY_FULL = MAX_DOCUMENT_CHARACTERS * 0.9

type WordLineProps = { document: RichDocument; words?: readonly [number, number] | undefined }

/** How much is written. Seen at once; read out only when it crosses a limit, and only after a pause. */
export const WordLine = memo(function WordLine({ document, words }: WordLineProps) {
  const text = plainTextOf(document)
  const count = countWords(text)
  return (
    <div className="flex flex-wrap justify-between gap-x-4 text-ink-muted text-sm">
      {/* Browsers and the server may part words differently in some scripts. */}
      <p suppressHydrationWarning>
        {inNumber(
          count,
          words
            ? { one: '1 word, {least} to {most} suggested', other: '{n} words, {least} to {most} suggested' }
            : { one: '1 word', other: '{n} words' },
          words && { least: words[0], most: words[1] },
        )}
      </p>
      {text.length > NEARLY_FULL && <p className="font-medium text-caution">{charactersLeft(text.length)}</p>}
      <Spoken sentence={whatToSay(count, text.length, words)} />
    </div>
  )
})

const charactersLeft = (length: number) =>
  length > MAX_DOCUMENT_CHARACTERS
    ? `${figure(length - MAX_DOCUMENT_CHARACTERS)} characters too many`
    : `${figure(MAX_DOCUMENT_CHARACTERS - length)} characters left`

/** The same for every count between two limits, so that it changes, and is heard, seldom. */
function whatToSay(count: number, length: number, words: WordLineProps['words']): string {
  if (length > MAX_DOCUMENT_CHARACTERS) return 'Too long to be handed in.'
  if (!words || count === 0) return ''
  if (count > words[1]) return `More than the suggested ${words[1]} words.`
  return count >= words[0] ? 'Within the suggested length.' : ''
}

function Spoken({ sentence }: { sentence: string }) {
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(sentence), QUIET_MS)
    return () => clearTimeout(timer)
  }, [sentence])
  return (
    <p aria-live="polite" className="sr-only">
      {spoken}
    </p>
  )
}
