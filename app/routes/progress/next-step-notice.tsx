import type { ReactNode } from 'react'
import { hrefOfTarget } from '#app/features/pathway/target.ts'
import type { Progress } from '#app/features/pathway/view-progress.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** What to do next, before the whole of it. */
export function NextStepNotice({ progress }: { progress: Progress }) {
  const { next, isMet, requirements } = progress
  if (isMet)
    return (
      <Notice kind="positive" title="Everything that this pathway asks for is met">
        <p>What each requirement rests on stands below it.</p>
      </Notice>
    )
  if (requirements.every(({ state, kind }) => state === 'met' || kind === 'staff-check')) return <ReadyToApply />
  const requirement = requirements.find(({ id }) => id === next?.requirementId)
  if (!next || !requirement) return null
  const { text, target } = next.step
  const href = target && hrefOfTarget(target)
  return <Next title={requirement.title}>{href ? <LinkButton href={href}>{text}</LinkButton> : <p>{text}.</p>}</Next>
}

/** What staff look up themselves is looked up in an application. */
const ReadyToApply = () => (
  <Next title="Your application">
    <p className="max-w-measure">All that is left is checked by accreditation staff, once you have applied.</p>
    <LinkButton href="/progress/application">Go to your application</LinkButton>
  </Next>
)

const Next = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-labelledby="next-step" className="grid justify-items-start gap-3 border-accent border-s-3 ps-5">
    <h2 id="next-step" className="font-serif text-accent-ink text-base italic">
      What to do next
    </h2>
    <p className="text-xl">{title}</p>
    {children}
  </section>
)
