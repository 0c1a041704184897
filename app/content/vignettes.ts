import type { KeyedVignette, Prompt, Turn, Vignette, WrittenVignette } from './vignette-schema.ts'

export const isWritten = (vignette: Vignette): vignette is WrittenVignette => 'rubric' in vignette

export const isKeyed = (vignette: Vignette): vignette is KeyedVignette => !isWritten(vignette)

/** Every prompt in the order in which it is answered; those of an unfolding vignette stand in its stages. */
export const promptsOf = (vignette: Asking): Prompt[] =>
  'stages' in vignette ? vignette.stages.flatMap(({ prompts }) => prompts) : vignette.prompts

type Asking = { prompts: Prompt[] } | { stages: { prompts: Prompt[] }[] }

const CLINICIAN = 'Clinician'

/**
 * Which turn of a transcript is to be put right: the clinician's last. Where nobody is called "Clinician" the transcript ends
 * with it. @returns its place from 0; -1 for an empty transcript.
 */
export function interventionAt(transcript: readonly Turn[]): number {
  const clinician = transcript.some(({ speaker }) => speaker === CLINICIAN) ? CLINICIAN : transcript.at(-1)?.speaker
  return transcript.findLastIndex(({ speaker }) => speaker === clinician)
}

/** All that is said and told before the answers, without anything of the discussion: whose names these are. */
export function caseTextOf(vignette: Vignette): string {
  const turns = [
    ...('transcript' in vignette ? vignette.transcript : []),
    ...('stages' in vignette ? vignette.stages.flatMap(({ then }) => then) : []),
  ]
  return [vignette.situation, ...turns.map(({ speaker, note = '', says }) => `${speaker}: ${note}\n${says}`)].join('\n')
}
