import { sentencesOf } from '#app/domain/passages.ts'
import { placeName, plainPassage } from '#app/domain/plain-passages.ts'
import type { ShownAnswer } from '#app/features/marking/shown-script.server.ts'
import { shortened } from '#app/rich-text/annotated-document.tsx'
import { plainTextOf } from '#app/rich-text/plain-text.ts'

type PlainPassagesProps = { answers: readonly ShownAnswer[]; criteria: readonly { id: string; title: string }[] }

/** Comments on sentences for a browser without scripts, where nothing can be selected. */
export const PlainPassages = ({ answers, criteria }: PlainPassagesProps) => (
  <noscript>
    <section aria-labelledby="passages" className="grid gap-4">
      <h3 id="passages" className="text-xl">
        Comments on passages
      </h3>
      <p className="text-ink-muted text-sm">
        Each on one sentence of the answer. One without words counts for nothing.
      </p>
      {plainPassage.rows.map((row) => (
        <fieldset key={row} className="grid gap-2 border-line border-t pt-3">
          <legend className="font-medium">Comment {row} on a passage</legend>
          <select name={plainPassage.place(row)} aria-label="Sentence" className="control">
            {answers.map(({ id, label, document }) => (
              <optgroup key={id} label={label}>
                {sentencesOf(plainTextOf(document)).map((sentence) => (
                  <option key={sentence.from} value={placeName(id, sentence)}>
                    {shortened(sentence.text)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <select name={plainPassage.about(row)} aria-label="About" className="control">
            <option value="">The answer as a whole</option>
            {criteria.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          <textarea name={plainPassage.text(row)} aria-label="Comment" rows={3} className="control" />
        </fieldset>
      ))}
    </section>
  </noscript>
)
