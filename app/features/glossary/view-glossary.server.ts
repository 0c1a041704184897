import { glossaryVersion } from '#app/content/catalogue.server.ts'
import type { Glossary } from '#app/content/glossary-schema.ts'
import { findCurrentItem } from '#app/db/content.server.ts'

/** The words of the field as they are published now, and the version that says so. Empty where there are none. */
export async function viewGlossary(): Promise<Glossary & { tag: string }> {
  const item = await findCurrentItem('glossary', 'mbt')
  if (!item?.isListed) return { terms: [], references: [], tag: 'no-glossary' }
  return { ...(await glossaryVersion(item.versionId)), tag: item.versionId }
}
