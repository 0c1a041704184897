/** The names of the form's fields for one request. */
export const answerField = (requestId: string) => `answer-${requestId}`
export const reasonField = (requestId: string) => `reason-${requestId}`

/** What the code by mail is typed into. */
export const CODE_FIELD = 'code'

/** The intent of the form that stands where a link has expired. */
export const FRESH_LINK = 'fresh-link'

/** The intent of the button that chooses "Sign it" for what nothing else was chosen for. */
export const SIGN_THE_REST = 'sign-the-rest'
