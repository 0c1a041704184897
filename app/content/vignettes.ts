import type { KeyedVignette, Prompt, Vignette, WrittenVignette } from './schemas.ts'

export const isWritten = (vignette: Vignette): vignette is WrittenVignette => 'rubric' in vignette

export const isKeyed = (vignette: Vignette): vignette is KeyedVignette => !isWritten(vignette)

/** Every prompt in the order in which it is answered; those of an unfolding vignette stand in its stages. */
export const promptsOf = (vignette: Asking): Prompt[] =>
  'stages' in vignette ? vignette.stages.flatMap(({ prompts }) => prompts) : vignette.prompts

type Asking = { prompts: Prompt[] } | { stages: { prompts: Prompt[] }[] }
