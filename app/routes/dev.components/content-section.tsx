import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { Section } from './section.tsx'

type Attempt = { id: string; vignette: string; words: number; hours: number; status: 'passed' | 'not-yet' | 'waiting' }

const attempts: Attempt[] = [
  { id: '1', vignette: 'The third cancellation', words: 312, hours: 2, status: 'passed' },
  {
    id: '2',
    vignette: 'A ward round in which nobody asks the patient anything at all',
    words: 1204,
    hours: 1.5,
    status: 'waiting',
  },
  { id: '3', vignette: 'You are just like her', words: 87, hours: 0.5, status: 'not-yet' },
]

const columns: Column<Attempt>[] = [
  { key: 'vignette', header: 'Vignette', cell: ({ vignette }) => vignette },
  { key: 'status', header: 'Status', cell: ({ status }) => <Status status={status} /> },
  { key: 'words', header: 'Words', cell: ({ words }) => words, numeric: true },
  { key: 'hours', header: 'Hours', cell: ({ hours }) => hours.toFixed(1), numeric: true },
  {
    key: 'open',
    header: 'Open',
    hideHeader: true,
    cell: ({ vignette }) => (
      <a href="#main">
        Open<span className="sr-only"> {vignette}</span>
      </a>
    ),
  },
]

export function TableSection() {
  return (
    <Section title="Tables">
      <Table caption="Your attempts" columns={columns} rows={attempts} rowKey={({ id }) => id} />
      <Table caption="A long list of attempts" columns={columns} rows={attempts} rowKey={({ id }) => id} isDense />
      <Table caption="Nobody's attempts" columns={columns} rows={[]} rowKey={({ id }) => id} empty="No attempts yet." />
    </Section>
  )
}

export function CardSection() {
  return (
    <Section title="Cards and empty states">
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        <Card title="Therapeutic stance" href="#main" eyebrow="Module 3" footer="5 hours · 5 CPD hours">
          <p>The five elements of the stance, contrary moves, and how to go back to the moment before.</p>
        </Card>
        <Card title="Mentalizing the transference" eyebrow="Module 5">
          <p>Six steps, in this order, and the arousal gate before them.</p>
          <ProgressBar id="card-progress" label="Lessons read" value={2} max={6} />
        </Card>
        <Card>
          <p>A card without a title holds a few words or a form.</p>
        </Card>
      </div>
      <EmptyState
        title="No scripts to mark"
        headingLevel={3}
        actions={
          <LinkButton href="#main" variant="secondary">
            Practise on a benchmark
          </LinkButton>
        }
      >
        <p>New scripts are given out each Monday and Thursday. You will have a notice when one is yours.</p>
      </EmptyState>
    </Section>
  )
}

export function ProseSection() {
  return (
    <Section title="Prose">
      <Prose>
        <p>
          The clinician does not know the patient’s mind better than the patient does. What follows from that is a way
          of asking: for detailed description first (<em>what happened, what did you feel then</em>), and only later, if
          at all, for explanation. The paper that sets the five elements out
          <sup>
            <a href="#main">1</a>
          </sup>{' '}
          adds a sixth habit.
        </p>
        <h2>Own mistakes first</h2>
        <p>
          When the clinician has contributed to what went wrong, that part is <strong>looked at first</strong>, before
          any distortion on the patient’s side. See <a href="#main">mentalizing the transference</a>.
        </p>
        <h3>Contrary moves</h3>
        <ul>
          <li>Explaining the patient to the patient.</li>
          <li>Going on while arousal is high.</li>
        </ul>
        <blockquote>
          <p>Could we go back to the moment before the door closed?</p>
        </blockquote>
        <ol>
          <li>Stop.</li>
          <li>Rewind to the last moment at which both could still think.</li>
          <li>Explore from there.</li>
        </ol>
        <table>
          <thead>
            <tr>
              <th scope="col">Study</th>
              <th scope="col">Design</th>
              <th scope="col">n</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">2009 trial</th>
              <td>Randomised, 18 months</td>
              <td>134</td>
            </tr>
          </tbody>
        </table>
      </Prose>
    </Section>
  )
}
