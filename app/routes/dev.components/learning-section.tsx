import { Dialogue } from '#app/ui/dialogue.tsx'
import { LessonBlock } from '#app/ui/lesson-block.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from './section.tsx'

export function DialogueSection() {
  return (
    <Section title="Dialogue and lesson blocks">
      <Dialogue
        caption="A ward review on a Monday morning"
        turns={[
          { speaker: 'Dana', says: 'You were not here on Friday. Nobody was.', action: 'looks at the door' },
          {
            speaker: 'Clinician',
            says: 'Friday mattered. What was it like, when you came to the desk?',
            notes: ['Stays with the feeling before asking for facts.', 'Asks for description, not for a reason.'],
          },
          { speaker: 'Dana', says: 'Like I had been deleted.' },
        ]}
      />
      <Prose>
        <p>Blocks that stand apart from the running text of a lesson:</p>
        <LessonBlock kind="reflect" headingLevel={3}>
          <p>When did you last notice, in the room, that you were sure?</p>
        </LessonBlock>
        <LessonBlock kind="setting" detail="mental-health nurse" headingLevel={3}>
          <p>On a shift the same words come back at handover, and somebody else hears them.</p>
        </LessonBlock>
        <LessonBlock kind="key-points" headingLevel={3}>
          <ul>
            <li>Ask for detail before explanation.</li>
            <li>Own your part first.</li>
          </ul>
        </LessonBlock>
      </Prose>
    </Section>
  )
}
