import type { SearchKind } from '#app/domain/search.ts'

export const kindNames: Record<SearchKind, { one: string; many: string }> = {
  course: { one: 'Course', many: 'Courses' },
  lesson: { one: 'Lesson', many: 'Lessons' },
  vignette: { one: 'Vignette', many: 'Vignettes' },
  term: { one: 'Glossary', many: 'Glossary' },
}
