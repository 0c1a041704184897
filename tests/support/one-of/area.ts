import { db } from '#app/db/client.server.ts'
import type { Asking } from '../built-app.ts'
import type { PublishedVignette } from '../scripts.ts'

/** Some of what the application keeps. */
export type Area = {
  /** By the folder of its route: the address of everything that goes by a parameter. */
  addresses: Record<string, string>
  /** By the folder of its route: what has to be sent there to mean what stands at that address. */
  sent: Record<string, Asking>
}

export const COURSE = 'first-steps'
export const VIGNETTE = 'the-case'

export async function publishedVignette(): Promise<PublishedVignette> {
  const items = await db().contentItem.findMany({ where: { slug: { in: [VIGNETTE, 'the-rubric'] } } })
  const [vignette, rubric] = ['vignette', 'rubric'].map((kind) => items.find((item) => item.kind === kind))
  if (!vignette?.currentVersionId || !rubric?.currentVersionId) throw new Error('the vignette was not published')
  const { id, slug, currentVersionId: versionId } = vignette
  return { id, slug, versionId, rubricVersionId: rubric.currentVersionId }
}
