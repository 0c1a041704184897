import { db } from '#app/db/client.server.ts'
import { issueCertificates } from '#app/features/credentials/issue-certificates.server.ts'
import { previewCertificates } from '#app/features/credentials/preview-certificates.server.ts'
import type { Clock } from './clock.ts'
import type { Member } from './people.ts'

/** Looks at what the certificate of a completed course would say, and issues it. */
export async function certify(officer: Member, holder: Member, course: string, clock: Clock): Promise<void> {
  const { id } = await db().enrolment.findFirstOrThrow({
    where: { userId: holder.actor.id, course: { slug: course } },
    select: { id: true },
  })
  const [preview] = await previewCertificates(officer.actor, [id])
  if (!preview) throw new Error(`${holder.key} has not completed ${course}.`)
  const confirmed = [{ enrolmentId: id, seen: preview.seen }]
  const { refused } = await issueCertificates(officer.actor, confirmed, clock.after(40))
  if (refused[0]) throw new Error(`${holder.key} got no certificate: ${refused[0].because}`)
}
