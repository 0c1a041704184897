import type { SessionFile } from '#app/db/session-files.server.ts'
import { shownBytes } from '#app/domain/file-name.ts'
import { kindWords } from '#app/domain/live/material-file.ts'

/** A file to save, with what it is and how large, so that nobody opens more than they meant to. */
export function SessionFileLink({ file: { id, cohortId, sessionId, name, mediaType, bytes } }: { file: SessionFile }) {
  return (
    <>
      <a
        href={`/cohorts/${cohortId}/sessions/${sessionId}/files/${id}`}
        download
        className="inline-flex min-h-6 items-center wrap-anywhere"
      >
        {name}
      </a>{' '}
      <span className="text-ink-muted text-sm">
        {kindWords(mediaType)}, {shownBytes(bytes)}
      </span>
    </>
  )
}
