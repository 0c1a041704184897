/** A question of each kind beside those of the small content folder, all on its lesson `one`. */
export const EVERY_NEW_KIND = `- id: q-match
  lesson: one
  kind: match
  prompt: Which goes with which?
  answers: [{ id: x, text: X }, { id: y, text: Y }, { id: z, text: Z }]
  lines:
    - { id: a, text: First, answer: x, feedback: Because of a. }
    - { id: b, text: Second, answer: y, feedback: Because of b. }
    - { id: c, text: Third, answer: x, feedback: Because of c. }
  explanation: So they go.
- id: q-gap
  lesson: one
  kind: gap
  prompt: What is missing?
  sentence: The ___ is here.
  words: [answer, reply]
  feedback: Because so it is.
  mistakes: [{ words: [likely], feedback: Because likely. }]
  otherwise: Because of nothing else.
  explanation: It was missing.
- id: q-mode
  lesson: one
  kind: mode
  prompt: Which mode is this?
  transcript: [{ speaker: Dana, says: Whatever. }]
  mode: pretend
  feedback:
    psychic-equivalence: Because not equivalence.
    pretend: Because pretend.
    teleological: Because not teleological.
    mentalizing: Because not mentalizing.
  explanation: That mode.
- id: q-shift
  lesson: one
  kind: script-concordance
  prompt: A situation.
  thinking: one thing
  learn: another
  expected: -1
  feedback: { "-2": Because 1., "-1": Because 2., "0": Because 3., "1": Because 4., "2": Because 5. }
  explanation: So it moves.
  confirm: [That it moves so.]
`
