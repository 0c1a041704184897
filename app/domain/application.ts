const APPLICATION_STATES = ['submitted', 'more_asked', 'approved', 'refused', 'withdrawn'] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]

export const applicationStateNames: Record<ApplicationState, string> = {
  submitted: 'With accreditation staff',
  more_asked: 'Back with the applicant',
  approved: 'Approved',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
}

export type ApplicationEventKind =
  | 'applied'
  | 'more_asked'
  | 'answered'
  | 'referred'
  | 'opinion'
  | 'recommended'
  | 'approved'
  | 'refused'
  | 'withdrawn'
  | 'appealed'
  | 'appeal_decided'

/** What one person said at one moment. */
export type Said = { kind: ApplicationEventKind; byId: string; isFavourable: boolean | null }

export type Outcome = { state: 'decided'; isFavourable: boolean } | { state: 'open'; because: string }

/**
 * Whether the decisions so far decide an application. Only what was said since the evidence was last handed in, or since an appeal was
 * upheld, is about this evidence; of each person the last word counts. Where two people decide they have to agree, so that nobody
 * gives a status alone.
 * @param events in the order in which they came.
 */
export function outcomeOf(events: readonly Said[], people: 1 | 2): Outcome {
  const turn = events.findLastIndex(
    ({ kind, isFavourable }) =>
      kind === 'applied' || kind === 'answered' || (kind === 'appeal_decided' && isFavourable === true),
  )
  const words = new Map(
    events
      .slice(turn + 1)
      .filter(({ kind }) => kind === 'recommended')
      .map(({ byId, isFavourable }) => [byId, isFavourable === true]),
  )
  const said = [...words.values()]
  for (const isFavourable of [true, false])
    if (said.filter((word) => word === isFavourable).length >= people) return { state: 'decided', isFavourable }
  if (said.length === 0)
    return { state: 'open', because: people === 2 ? 'Two people decide it.' : 'One person decides it.' }
  return said.length === 1
    ? { state: 'open', because: 'One person has decided; a second one has to agree.' }
    : { state: 'open', because: 'Two people differ. One of them, or a third, has to agree with the other.' }
}

/**
 * What an applicant is told. An assessor's opinion is for those who decide. What each of two people decided is told when it is
 * decided, where it agrees with the decision; the words of the last of them are those of the decision itself.
 * @param events in the order in which they came.
 */
export function toldToApplicant<Event extends Said>(events: readonly Event[]): Event[] {
  return events.filter((event, at) => {
    if (event.kind === 'opinion') return false
    if (event.kind !== 'recommended') return true
    const next = events.slice(at + 1).find(({ kind }) => !AMONG_THOSE_WHO_DECIDE.includes(kind))
    const isDecision = next?.kind === 'approved' || next?.kind === 'refused'
    return isDecision && next.isFavourable === event.isFavourable && next.byId !== event.byId
  })
}

const AMONG_THOSE_WHO_DECIDE: readonly ApplicationEventKind[] = ['recommended', 'referred', 'opinion']

/** What else stands against a decision now; null when it can be made. */
export function whyNoDecision({
  state,
  isAssessed,
  hasAssessor,
  isFeeOpen,
}: {
  state: ApplicationState
  hasAssessor: boolean
  isAssessed: boolean
  isFeeOpen: boolean
}): string | null {
  if (state === 'more_asked') return 'The applicant was asked for more. It can be decided when they have answered.'
  if (state !== 'submitted') return `This application is ${applicationStateNames[state].toLowerCase()} already.`
  if (isFeeOpen) return 'Its fee has not been paid yet. It can be decided when that has come.'
  if (hasAssessor && !isAssessed) return 'It was referred to an assessor, whose opinion is still to come.'
  return null
}
