import { inNumber } from '#app/domain/wording.ts'
import type { CertificatePreview } from '#app/features/credentials/preview-certificates.server.ts'
import { Notice } from '#app/ui/notice.tsx'

type Refused = Extract<CertificatePreview, { canIssue: false }>

/** Certificates that cannot be issued, each with its reason. Draws nothing when there are none. */
export function RefusedList({ refused }: { refused: readonly Refused[] }) {
  if (refused.length === 0) return null
  return (
    <div className="mb-8">
      <Notice
        kind="caution"
        title={inNumber(refused.length, { one: 'One cannot be issued', other: '{n} cannot be issued' })}
      >
        <ul className="grid gap-2">
          {refused.map(({ enrolmentId, text, because }) => (
            <li key={enrolmentId}>
              <span className="font-medium">
                <bdi>{text.holderName}</bdi>, {text.courseTitle}:
              </span>{' '}
              {because}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
