/** The part of jstat that we use; it has no types of its own. */
declare module 'jstat' {
  const jstat: {
    normal: { inv(p: number, mean: number, sd: number): number }
    studentt: { inv(p: number, df: number): number }
    centralF: { inv(p: number, df1: number, df2: number): number }
  }
  export default jstat
}
