import { renderToStaticMarkup } from 'react-dom/server'
import type { Reference } from '#app/content/bibliography.ts'
import { classify } from '#app/content/content-files.server.ts'
import type { Term } from '#app/content/glossary-schema.ts'
import type { PublishableItem } from '#app/content/publishable.ts'
import { lessonHtml } from '#app/content/render-lesson.server.tsx'
import { discussionHtml } from '#app/content/render-prose.server.tsx'
import type { Profession } from '#app/domain/people.ts'
import { type CaseText, caseText } from '#app/features/assessment/view-answer-page.server.ts'
import { type AnsweredQuestion, answeredRight } from '#app/features/learning/question-view.ts'
import { ShownPreview } from './shown-preview.tsx'

/** What a file comes to on a reader's page. */
export type Preview =
  | { kind: 'lesson'; aim: string; outcomes: string[]; html: string }
  | { kind: 'vignette'; case: CaseText; discussionHtml: string }
  | { kind: 'questions'; questions: AnsweredQuestion[] }
  | { kind: 'glossary'; terms: Term[]; references: Reference[] }

/**
 * A text as its readers have it, as HTML, so that the page to write on needs nothing of what draws it; null where no page shows it by itself.
 * @param profession whose settings stand first in a lesson.
 */
export function previewHtml(path: string, items: readonly PublishableItem[], profession: Profession): string | null {
  const preview = previewOf(path, items, profession)
  return preview && renderToStaticMarkup(<ShownPreview preview={preview} />)
}

function previewOf(path: string, items: readonly PublishableItem[], profession: Profession): Preview | null {
  const known = classify(path)
  if (!known) return null
  const { role, slug, folder } = known
  const courseSlug = folder.replace(/^courses\/\d+-/, '')
  for (const { kind, slug: itemSlug, body } of items) {
    if (role === 'glossary' && kind === 'glossary') return { kind, terms: body.terms, references: body.references }
    if (role === 'vignette' && kind === 'vignette' && itemSlug === slug)
      return { kind, case: caseText(body), discussionHtml: discussionHtml(body) }
    if (kind !== 'course' || itemSlug !== courseSlug) continue
    if (role === 'questions') return { kind: 'questions', questions: body.questions.map(answeredRight) }
    const lesson = role === 'lesson' && body.lessons.find((one) => one.slug === slug)
    if (!lesson) continue
    const { aim, outcomes } = lesson
    // Its recordings are given only to whoever is on the course.
    return { kind: 'lesson', aim, outcomes, html: lessonHtml({ ...lesson, media: [] }, profession).html }
  }
  return null
}
