import type { ConflictKind } from '#app/domain/allocation.ts'

export const conflictNames: Record<ConflictKind, string> = {
  supervisee: 'The marker supervises the trainee',
  conflict: 'Another conflict of interest',
}
