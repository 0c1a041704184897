import { createContext } from 'react-router'

/** What the edge knows of one request before anybody asks who sent it. */
export type RequestFacts = {
  /** Shown on error pages, written in every log line and audit entry of this request. */
  id: string
  /** Allows this answer's own scripts in the content security policy. */
  nonce: string
  /** The only clock: taken once at the edge and handed down. */
  now: Date
  clientAddress: string
}

export const requestContext = createContext<RequestFacts>()
