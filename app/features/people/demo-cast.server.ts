import { settings } from '#app/env.server.ts'

/** Published with the demonstration; nobody may choose it as their own. */
export const DEMO_PASSWORD = 'mentalize-demo'

export type DemoMember = { key: string; email: string; does: string }

const cast: readonly DemoMember[] = [
  ['ada', 'trainee, psychologist, new here'],
  ['noor', 'trainee, nurse, part of the way'],
  ['sol', 'trainee, psychiatrist, evidence complete'],
  ['lena', 'training lead'],
  ['tomas', 'training lead'],
  ['mira', 'third marker'],
  ['imre', 'supervisor'],
  ['grace', 'accreditation staff'],
  ['halima', 'accreditation staff, where two decide'],
  ['margit', 'practitioner, in the register'],
  ['paul', 'seat manager'],
  ['root', 'administrator'],
].map(([key = '', does = '']) => ({ key, does, email: `${key}@demo.stance.example` }))

/** The people to try the demonstration as; nobody anywhere else. */
export const shownDemoCast = (): readonly DemoMember[] => (settings().isDemo ? cast : [])

export const demoMember = (key: string | null): DemoMember | undefined =>
  shownDemoCast().find((member) => member.key === key)
