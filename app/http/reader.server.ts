import { AsyncLocalStorage } from 'node:async_hooks'
import { findRegionIn, type Region } from '#app/domain/region.ts'

/** Known once the session of the request was read; who reads a page for everybody is nobody's business. */
type Reader = { region?: Region }

const readers = new AsyncLocalStorage<Reader>()
findRegionIn(() => readers.getStore()?.region)

/** Answers a request with its dates and numbers written as its reader writes them. */
export const writtenFor = <T>(reader: Reader, answer: () => Promise<T>): Promise<T> => readers.run(reader, answer)
