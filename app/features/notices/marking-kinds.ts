import type { Kinds } from './kind.ts'

/** What is told to whoever marks, judges or looks after safety. */
export const markingKinds: Kinds<
  'benchmark-missed' | 'talk-opened' | 'talk-answered' | 'panel-invitation' | 'concern-raised'
> = {
  'benchmark-missed': {
    setting: 'a mark of mine was far from a benchmark',
    write: ({ vignetteTitle, path }) => ({
      title: 'One of your scripts was a benchmark',
      body: `A script of “${vignetteTitle}” that you marked was a benchmark, and your mark lies beyond tolerance of the consensus. Please read the two side by side, and practise on further benchmarks before you take new scripts.`,
      path,
      linkLabel: 'Compare the two',
    }),
  },
  'talk-opened': {
    setting: 'a mark of mine differs from that of the other marker',
    write: ({ vignetteTitle, path }) => ({
      title: 'Two marks of a script differ',
      body: `You and another marker have marked a script of “${vignetteTitle}” differently. See where, and agree on a mark or ask a third marker.`,
      path,
      linkLabel: 'See the differences',
    }),
  },
  'talk-answered': {
    setting: 'the other marker does something in a talk of ours',
    write: ({ vignetteTitle, path }) => ({
      title: 'The other marker has answered',
      body: `There is something new in the talk about a script of “${vignetteTitle}” that two of you marked.`,
      path,
      linkLabel: 'Open the talk',
    }),
  },
  'panel-invitation': {
    setting: 'I am invited to an expert panel',
    write: ({ panelTitle, path }) => ({
      title: 'You are invited to an expert panel',
      body: `You are asked for your judgement as a member of the panel “${panelTitle}”. Nobody sees your answers apart from those of the others.`,
      path,
      linkLabel: 'Open the panel',
    }),
  },
  'concern-raised': {
    setting: 'somebody raises a patient-safety concern',
    write: ({ concernId }) => ({
      title: 'A patient-safety concern was raised',
      body: 'Somebody has raised a patient-safety concern. Please read it today. What it says stands on the platform only.',
      path: `/concerns/${concernId}`,
      linkLabel: 'Read the concern',
    }),
  },
}
