import type { Course } from './course-schema.ts'

const levels = { basic: 'Basic level', practitioner: 'Practitioner level' }

/** Where a course stands: one of the seven modules, or the level that it is of. */
export const placeInSyllabus = ({ module, level = 'practitioner' }: Pick<Course, 'module' | 'level'>): string =>
  module === undefined ? levels[level] : `Module ${module}`
