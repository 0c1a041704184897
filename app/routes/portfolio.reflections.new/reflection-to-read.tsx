import { REFLECTION_PROMPTS, type ReflectionPrompt } from '#app/features/portfolio/reflection-draft.ts'
import type { RichDocument } from '#app/rich-text/document.ts'
import { RichText } from '#app/rich-text/render-document.tsx'

type ReflectionToReadProps = { documents: Record<ReflectionPrompt, RichDocument>; headingLevel?: 2 | 3 | 4 }

/** What was written to each of the four prompts. */
export function ReflectionToRead({ documents, headingLevel = 2 }: ReflectionToReadProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className="grid gap-8">
      {REFLECTION_PROMPTS.map(({ id, label }) => (
        <section key={id} className="grid gap-2">
          <Heading className="text-xl">{label}</Heading>
          <RichText document={documents[id]} headingLevel={headingLevel === 2 ? 3 : 5} />
        </section>
      ))}
    </div>
  )
}
