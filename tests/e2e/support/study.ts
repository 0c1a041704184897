import { uuidv7 } from 'uuidv7'
import { inDatabase } from './database.ts'
import type { Person } from './people.ts'

/** Courses that somebody has completed, for a story of what comes after them; `journey.spec.ts` takes one by hand. */
export async function completeCourses({ email }: Person, slugs: readonly string[]): Promise<void> {
  for (const slug of slugs)
    await inDatabase(
      `INSERT INTO enrolment (id, user_id, course_id, enrolled_at, completed_at)
       SELECT $1, u.id, c.id, now() - interval '300 days', now() - interval '200 days'
       FROM "user" u, content_item c WHERE u.email = $2 AND c.kind = 'course' AND c.slug = $3`,
      [uuidv7(), email, slug],
    )
}

/** Vignettes that somebody has passed: marking takes two people and is a story of its own. */
export async function passVignettes({ email }: Person, slugs: readonly string[]): Promise<void> {
  for (const slug of slugs)
    await inDatabase(
      `INSERT INTO attempt (id, user_id, vignette_id, vignette_version_id, number, state, opened_at, submitted_at, released_at, has_passed)
       SELECT $1, u.id, v.id, v.current_version_id, 1, 'released', now() - interval '150 days', now() - interval '150 days',
              now() - interval '140 days', true
       FROM "user" u, content_item v WHERE u.email = $2 AND v.kind = 'vignette' AND v.slug = $3`,
      [uuidv7(), email, slug],
    )
}
