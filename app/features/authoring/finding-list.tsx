import type { Finding } from '#app/content/findings.ts'

type FindingListProps = {
  findings: readonly Finding[]
  /** The file that is open; a fault in another is named with its file. */
  path: string
  text: string
  /** Where there is a field to go to: its id, and what goes to a line of it. */
  field?: { id: string; goTo: (line: number) => void }
}

/** What is wrong, by line and field, with what stands there. */
export const FindingList = ({ findings, path, text, field }: FindingListProps) => {
  const lines = text.split('\n')
  return (
    <ol className="grid gap-4">
      {findings.map((finding) => {
        const { file, line, field: name, message } = finding
        const isHere = file === path
        return (
          <li
            key={`${file} ${line} ${name} ${message}`}
            className="grid min-w-0 gap-0.5 border-critical border-s-2 ps-3"
          >
            <p className="text-sm">
              {isHere && field ? (
                <a href={`#${field.id}`} onClick={() => field.goTo(line)}>
                  Line {line}
                </a>
              ) : (
                `${isHere ? '' : `${file}, `}Line ${line}`
              )}{' '}
              <b className="font-medium">{name}</b>
            </p>
            <p>{message}</p>
            {isHere && lines[line - 1]?.trim() && (
              <p className="source-text line-clamp-2 text-ink-muted">{lines[line - 1]}</p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
