import type { Db } from './client.server.ts'

/** Of one credential at most one is open: hold what its holder has, and look first. */
export async function insertCorrection(tx: Db, credentialId: string, text: string, askedAt: Date): Promise<string> {
  const { id } = await tx.correctionRequest.create({ data: { credentialId, text, askedAt }, select: { id: true } })
  return id
}

type Answer = { closedById: string; closedAt: Date; isGranted: boolean; answer: string }

export async function saveAnswer(tx: Db, id: string, answer: Answer): Promise<void> {
  await tx.correctionRequest.update({ where: { id }, data: answer, select: { id: true } })
}
