import type { Place } from '#app/domain/where-to-go-on.ts'

/** The anchor of a question on its lesson's page. */
export const questionAnchor = (questionId: string) => `question-${questionId}`

/** Where a place of a course is on this site. */
export function hrefOf(course: string, place: Place): string {
  switch (place.kind) {
    case 'lesson':
      return `/learn/${course}/${place.slug}${place.anchor ? `#${place.anchor}` : ''}`
    case 'question':
      return `/learn/${course}/${place.slug}#${questionAnchor(place.questionId)}`
    case 'vignette':
      return `/vignettes/${place.slug}`
  }
}
