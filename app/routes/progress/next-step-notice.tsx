import type { Progress } from '#app/features/pathway/view-progress.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { hrefOfTarget } from './target.ts'

/** What to do next, before the whole of it. */
export function NextStepNotice({ progress }: { progress: Progress }) {
  const { next, isMet, requirements } = progress
  if (isMet)
    return (
      <Notice kind="positive" title="Everything that this pathway asks for is met">
        <p>What each requirement rests on stands below it.</p>
      </Notice>
    )
  const requirement = requirements.find(({ id }) => id === next?.requirementId)
  if (!next || !requirement) return null
  const { text, target } = next.step
  const href = target && hrefOfTarget(target)
  return (
    <section aria-labelledby="next-step" className="grid justify-items-start gap-3 border-accent border-s-3 ps-5">
      <h2 id="next-step" className="font-serif text-accent-ink text-base italic">
        What to do next
      </h2>
      <p className="text-xl">{requirement.title}</p>
      {href ? <LinkButton href={href}>{text}</LinkButton> : <p>{text}.</p>}
    </section>
  )
}
