/** A pivot this small beside the largest one is none: the equations do not determine the unknowns. */
const SINGULAR = 1e-9

/**
 * The inverse of a symmetric positive definite matrix by its Cholesky factor. Only the lower half of it is read.
 * @returns undefined where the matrix is singular.
 */
export function inverseOf(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const lower = cholesky(matrix)
  if (!lower) return undefined
  const columns = matrix.map((_, column) => solve(lower, column))
  return matrix.map((_, row) => columns.map((column) => column[row] ?? 0))
}

/** `matrix vector`. */
export const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, value, column) => sum + value * (vector[column] ?? 0), 0))

/** `vector' matrix vector`. */
export const quadraticForm = (matrix: readonly (readonly number[])[], vector: readonly number[]): number =>
  times(matrix, vector).reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0)

function cholesky(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const least = Math.max(...matrix.map((row, index) => row[index] ?? 0)) * SINGULAR
  const lower: number[][] = matrix.map(() => [])
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]?.[j] ?? 0
      for (let k = 0; k < j; k++) rest -= (lower[i]?.[k] ?? 0) * (lower[j]?.[k] ?? 0)
      // Also where it is not a number.
      if (i === j && !(rest > least)) return undefined
      const row = lower[i] ?? []
      row[j] = i === j ? Math.sqrt(rest) : rest / (lower[j]?.[j] ?? 1)
    }
  }
  return lower
}

/** One column of the inverse: forwards through the factor, then backwards. */
function solve(lower: readonly (readonly number[])[], unit: number): number[] {
  const size = lower.length
  const forward: number[] = []
  for (let i = 0; i < size; i++) {
    let rest = i === unit ? 1 : 0
    for (let k = 0; k < i; k++) rest -= (lower[i]?.[k] ?? 0) * (forward[k] ?? 0)
    forward[i] = rest / (lower[i]?.[i] ?? 1)
  }
  const solution = Array<number>(size).fill(0)
  for (let i = size - 1; i >= 0; i--) {
    let rest = forward[i] ?? 0
    for (let k = i + 1; k < size; k++) rest -= (lower[k]?.[i] ?? 0) * (solution[k] ?? 0)
    solution[i] = rest / (lower[i]?.[i] ?? 1)
  }
  return solution
}
