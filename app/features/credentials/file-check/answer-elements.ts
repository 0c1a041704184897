import { FINDING_NAMES, type FindingName, type Findings } from '#app/domain/credential/findings.ts'

// What a script writes about a file: text only, since a file may hold anything.

const NAMES: Record<FindingName, string> = {
  signature: 'Unchanged since it was signed',
  issuer: 'Who signed it',
  dates: 'Its days',
  schema: 'Its form',
  status: 'Revoked or suspended',
}
const OUTCOMES = { passed: 'Passed', failed: 'Failed', unknown: 'Not checked' }

/** What a credential says. It is only worth what the answer is worth. */
export type Said = { holder: string; title: string; number: string | undefined }

export function verdictTitle(tone: 'positive' | 'caution' | 'critical', text: string): HTMLElement {
  const heading = element('h3', text)
  heading.dataset.tone = tone
  return heading
}

export const saidSentence = ({ holder, title, number }: Said): HTMLElement =>
  element(
    'p',
    `It says of ${holder || 'somebody'}: ${title}${number ? `, number ${number}` : ''}. Compare this with what you were told.`,
  )

/** Each finding by itself. */
export function findingList(findings: Findings): HTMLElement {
  const whole = element('dl', '')
  for (const name of FINDING_NAMES)
    whole.append(
      element('dt', `${NAMES[name]}: ${OUTCOMES[findings[name].outcome]}`),
      element('dd', findings[name].because),
    )
  return whole
}

export function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

/** Calls back with a file that was chosen or dropped. */
export function onFile(area: HTMLElement, input: HTMLInputElement, check: (file: File) => void): void {
  input.addEventListener('change', () => input.files?.[0] && check(input.files[0]))
  area.addEventListener('dragover', (event) => event.preventDefault())
  area.addEventListener('drop', (event) => {
    event.preventDefault()
    const file = event.dataTransfer?.files[0]
    if (file) check(file)
  })
}
