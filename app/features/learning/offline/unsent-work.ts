import { readWork, type UnsentWork } from '#app/domain/offline.ts'

/*
 * The names and the number are those of the first version of this, which held answers alone. A page of the new build and the worker of the old one share what
 * lies here until the new worker has taken over: under a higher number the old one could not open it, and no page would come through.
 */
const NAME = 'stance-offline'
const STORE = 'answers'
const VERSION = 1

export type NewWork = Omit<UnsentWork, 'id'>

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(NAME, VERSION)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true })
  return new Promise((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
}

/** @returns what `work` asked for, once everything that it did is on the disk. */
async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    const transaction = database.transaction(STORE, mode)
    const asked = work(transaction.objectStore(STORE))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    return asked.result
  } finally {
    database.close()
  }
}

/** What only this device has, in the order of writing. */
export const unsentWork = async (): Promise<UnsentWork[]> =>
  (await inStore('readonly', (store) => store.getAll())).map(readWork)

/** @returns its id. */
export const keepWork = (work: NewWork): Promise<number> =>
  inStore('readwrite', (store) => store.add(work) as IDBRequest<number>)

/** Does nothing for what is gone meanwhile: sent, or taken away by its owner. */
export const changeWork = (work: UnsentWork) =>
  inStore('readwrite', (store) => {
    const known = store.getKey(work.id)
    known.onsuccess = () => known.result !== undefined && store.put(work)
    return known
  })

/** Puts other work in the place of one that is still here, at the end of the queue. @returns its id, or nothing when the other is gone. */
export async function replaceWork(id: number, work: NewWork): Promise<number | undefined> {
  let added: IDBRequest<IDBValidKey> | undefined
  await inStore('readwrite', (store) => {
    const known = store.getKey(id)
    known.onsuccess = () => {
      if (known.result === undefined) return
      store.delete(id)
      added = store.add(work)
    }
    return known
  })
  return added?.result as number | undefined
}

export const forgetWork = (id: number) => inStore('readwrite', (store) => store.delete(id))

export const forgetAllWork = () => inStore('readwrite', (store) => store.clear())
