import { scriptName } from '#app/domain/marking.ts'
import type { QueueView } from '#app/features/marking/view-queue.server.ts'

type Talk = QueueView['talks'][number]

/** What the two markers of a script have yet to settle: it waits for nobody else. */
export function TalkList({ talks }: { talks: readonly Talk[] }) {
  if (talks.length === 0) return null
  return (
    <section aria-labelledby="talks" className="mb-10">
      <h2 id="talks" className="mb-3 text-2xl">
        To talk about
      </h2>
      <ul className="max-w-measure">
        {talks.map(({ code, vignetteTitle, waitsFor }) => (
          <li key={code} className="border-line border-t py-3 last:border-b">
            <a href={`/marking/${code}/differences`} className="font-medium">
              {scriptName(code)}
            </a>
            , {vignetteTitle}
            <p className={waitsFor === 'other' ? 'text-ink-muted' : undefined}>{waits[waitsFor]}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const waits: Record<Talk['waitsFor'], string> = {
  you: 'The other marker proposes a mark. Accept it, or say why not.',
  either: 'The two marks differ. See where, and propose one.',
  other: 'You have proposed a mark. The other marker has not answered yet.',
}
