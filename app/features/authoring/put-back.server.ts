import type { Finding } from '#app/content/findings.ts'
import { findSourceText } from '#app/db/content-file-reading.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { findWanted, type PublishedSource, publishText, whilePublishing } from './publish-source.server.ts'
import { noSuchFile, whyOnlyRead } from './source-file.server.ts'

/**
 * Publishes an earlier text of a file, or the one that the installation has brought since, as its new version. The same that is published is
 * taken where the installation has brought another: that decides for it.
 * @param base the version that whoever asks has seen to be published.
 * @returns a sentence where it cannot be, with what is at fault in the content of today.
 * @throws 404 for a version that there is not.
 */
export function putBack(
  actor: Pick<Actor, 'id' | 'requestId'>,
  { name, number, base, reason }: { name: string; number: number; base: number; reason: string },
  now: Date,
): Promise<PublishedSource | { refused: string; findings: Finding[] }> {
  return whilePublishing(async (tx) => {
    const { file, files } = await findWanted(tx, name)
    const text = await findSourceText(tx, file.id, number)
    if (text === null) throw noSuchFile()
    const refuse = (refused: string, findings: Finding[] = []) => ({ refused, findings })
    const onlyRead = whyOnlyRead(file)
    if (onlyRead) return refuse(onlyRead)
    if (base !== file.number) return refuse(`Version ${file.number} was published meanwhile: look at it first.`)
    if (text === file.text && !file.isOvertaken) return refuse('This is what is published already.')
    const published = await publishText(tx, { actor, file, files, text, base, reason, now })
    return Array.isArray(published)
      ? refuse('It does not go with the other files as they are today.', published)
      : published
  })
}
