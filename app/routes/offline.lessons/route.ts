import { requirePermission } from '#app/auth/guards.server.ts'
import { listLessons } from '#app/features/learning/offline/list-lessons.server.ts'
import type { Route } from './+types/route'

/** What a device may keep, told to its worker. */
export async function loader(args: Route.LoaderArgs) {
  return Response.json(await listLessons(await requirePermission(args, 'learning.study')))
}
