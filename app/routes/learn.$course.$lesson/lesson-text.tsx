import mediaIsland from '#app/features/learning/media/media.island.ts?worker&url'
import { MEDIA_SCRIPT } from '#app/features/learning/media/media-script.ts'
import island from '#app/features/learning/reading/lesson.island.ts?worker&url'
import type { LessonPage } from '#app/features/learning/view-lesson.server.ts'
import { MarkWords, WriteWithoutNetwork } from './mark-words.tsx'

type LessonTextProps = {
  outcomes: readonly string[]
  html: string
  /** The lesson's address. */
  path: string
  /** How far its reader is in each recording that it plays. */
  mediaPlaces: LessonPage['mediaPlaces']
}

/** The lesson itself. Its HTML was made on the server from checked Markdown: no markup of an author's passes through. */
export function LessonText({ outcomes, html, path, mediaPlaces }: LessonTextProps) {
  return (
    <div className="lesson-text">
      <section aria-labelledby="outcomes" className="max-w-measure border-primary border-s-2 ps-5">
        <h2 id="outcomes" className="font-medium font-sans text-base">
          After this lesson you can
        </h2>
        <ul className="mt-2 grid list-disc gap-1 ps-5 text-ink-muted">
          {outcomes.map((outcome) => (
            <li key={outcome}>{outcome}</li>
          ))}
        </ul>
      </section>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by render-lesson.server.tsx, which lets no raw HTML pass */}
      <div className="prose" data-reading={`${path}/reading`} dangerouslySetInnerHTML={{ __html: html }} />
      <MarkWords path={path} />
      <WriteWithoutNetwork />
      <script type="module" src={island} />
      {mediaPlaces && (
        <script type="module" src={mediaIsland} data-places={JSON.stringify(mediaPlaces)} id={MEDIA_SCRIPT} />
      )}
    </div>
  )
}
