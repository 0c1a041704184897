import type { FormFault } from './form.server.ts'

/** What stands in the summary above a form that came back: each message with the field that it belongs to. */
export const errorsOf = (fault: FormFault | undefined): { id: string; message: string }[] =>
  Object.entries(fault?.errors ?? {}).flatMap(([id, messages]) => messages.map((message) => ({ id, message })))
