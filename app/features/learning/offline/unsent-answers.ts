import type { UnsentAnswer } from '#app/domain/offline.ts'

const NAME = 'stance-offline'
const STORE = 'answers'

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(NAME, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true })
  return resultOf(opening)
}

const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await resultOf(work(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

/** Answers that only this device has, in the order of writing. */
export const unsentAnswers = (): Promise<UnsentAnswer[]> => inStore('readonly', (store) => store.getAll())

export const keepAnswer = (answer: Omit<UnsentAnswer, 'id'>) => inStore('readwrite', (store) => store.add(answer))

export const changeAnswer = (answer: UnsentAnswer) => inStore('readwrite', (store) => store.put(answer))

export const forgetAnswer = (id: number) => inStore('readwrite', (store) => store.delete(id))

export const forgetAnswers = () => inStore('readwrite', (store) => store.clear())
