import type { Finding } from '#app/content/findings.ts'
import { PUBLISHING_TIMEOUT_MS } from '#app/content/publish.server.ts'
import { publishItems } from '#app/content/publish-items.server.ts'
import { digestOfText } from '#app/content/source-file.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { adoptWanted, readWantedFiles, saveSource, type WantedFile } from '#app/db/content-files.server.ts'
import { deleteDraft, findDraft } from '#app/db/drafts.server.ts'
import { lockPublishing } from '#app/db/publishing.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { faultIn } from '#app/http/form.server.ts'
import { judgeSource } from './judge-source.server.ts'
import { isSameText, readSavedText } from './saved-text.ts'
import { noSuchFile, whyOnlyRead } from './source-file.server.ts'
import { faultWords, type RefusedSource, type SentSource, type WrittenText } from './written-source.ts'

type Publisher = Pick<Actor, 'id' | 'requestId'>

/** What became of it: the version of the file, and how many of the courses, vignettes … have a new version. */
export type PublishedSource = { number: number; itemCount: number }

/**
 * Publishes a text as the new version of a file, with all that follows for what readers see, and drops the draft of it. Nothing is published
 * while anything in the content would be at fault, nor over a version that whoever wrote it has not seen.
 * @throws 404 for a file that the content does not have.
 */
export function publishSource(
  actor: Publisher,
  name: string,
  sent: SentSource,
  now: Date,
): Promise<PublishedSource | { refused: RefusedSource }> {
  return whilePublishing(async (tx) => {
    const { file, files } = await findWanted(tx, name)
    const refused = (await whyRefused(tx, actor, file, sent)) ?? undefined
    if (refused) return { refused }
    const published = await publishText(tx, { actor, file, files, ...sent, now })
    if (!Array.isArray(published)) return published
    return { refused: { ...refusal('text', faultWords(published), sent), findings: published } }
  })
}

/** One at a time, however many ask: what was checked is what is published. */
export const whilePublishing = <T>(work: (tx: Db) => Promise<T>): Promise<T> =>
  transact(
    async (tx) => {
      await lockPublishing(tx)
      return work(tx)
    },
    { timeoutMs: PUBLISHING_TIMEOUT_MS },
  )

/** @throws 404 for a file that the content does not have. */
export async function findWanted(tx: Db, name: string): Promise<{ file: WantedFile; files: WantedFile[] }> {
  const files = await readWantedFiles(tx)
  const file = files.find((one) => one.name === name)
  if (!file) throw noSuchFile()
  return { file, files }
}

async function whyRefused(
  tx: Db,
  { id }: Publisher,
  file: WantedFile,
  sent: SentSource,
): Promise<RefusedSource | null> {
  const onlyRead = whyOnlyRead(file)
  if (onlyRead) return refusal('text', onlyRead, sent)
  const saved = readSavedText(await findDraft(tx, { ownerId: id, kind: 'source', subjectId: file.id }))
  if (saved && saved.version !== sent.draftVersion && !isSameText(saved.body, sent))
    return { ...refusal('', 'Another version of this was saved meanwhile. Read both first.', sent), newer: saved }
  if (sent.base !== file.number) {
    const says = `Version ${file.number} was published while you wrote. Look at what differs, then publish again.`
    const { fault, typed } = refusal('', says, sent)
    return { fault, typed: { ...typed, base: file.number }, findings: [], isOvertaken: true }
  }
  if (!file.isOvertaken && digestOfText(sent.text) === file.digest)
    return refusal('text', 'This is what is published already.', sent)
  return sent.reason === '' ? refusal('reason', 'Say in a few words what changes and why.', sent) : null
}

const refusal = (field: string, message: string, { text, base, reason, typed }: SentSource): RefusedSource => ({
  fault: faultIn(field, message, typed),
  typed: { text, base, reason },
  findings: [],
})

type Publishing = { actor: Publisher; file: WantedFile; files: readonly WantedFile[]; now: Date } & WrittenText

/** @returns or what is at fault. */
export async function publishText(
  tx: Db,
  { actor, file, files, text, base, reason, now }: Publishing,
): Promise<PublishedSource | Finding[]> {
  const judged = await judgeSource(files, file, text)
  if (judged.faults) return judged.faults
  const { items, title, openPoints } = judged
  const digest = digestOfText(text)
  const number = file.latest + 1
  const isAuthored = digest !== file.installedDigest
  await saveSource(
    tx,
    { fileId: file.id, number, digest, text, title, openPoints, isAuthored, writtenById: actor.id, reason },
    now,
  )
  const { published } = await publishItems(tx, items, { actor, now })
  await adoptWanted(tx)
  const object = { kind: 'content_file', id: file.id }
  const details = { name: file.name, number, basedOn: base, newVersions: published }
  await recordAudit(tx, { actor, action: 'content.authored', object, details, at: now })
  await deleteDraft(tx, { ownerId: actor.id, kind: 'source', subjectId: file.id })
  return { number, itemCount: published }
}
