import type { Reason } from '#app/features/assessment/keyed-results.server.ts'

/** Why the key says so, one reason after the other. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  return reasons.map((reason, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what was said never changes its order
    <ReasonText key={index} reason={reason} />
  ))
}

const ReasonText = ({ reason }: { reason: Reason }) =>
  'text' in reason ? (
    <span className="block">{reason.text}</span>
  ) : (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: our own content, rendered from Markdown that lets no HTML through
    <span className="block" dangerouslySetInnerHTML={{ __html: reason.html }} />
  )
