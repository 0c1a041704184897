import { createContext, useContext } from 'react'

/** The id of the request being answered, given by the server; the log has the same one. */
export const RequestReference = createContext<string | undefined>(undefined)

/** In the browser, where nothing provides it, the document says it in `<meta name="request-id">`. */
export function useRequestReference(): string | undefined {
  const provided = useContext(RequestReference)
  if (provided || typeof document === 'undefined') return provided
  return document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content
}
