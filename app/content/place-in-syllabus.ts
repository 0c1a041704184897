import type { Course } from './course-schema.ts'

/** Where a course stands: one of the seven modules, or the level that comes after them. */
export const placeInSyllabus = ({ module }: Pick<Course, 'module'>): string =>
  module === undefined ? 'Practitioner level' : `Module ${module}`
