/** By code unit: the order of a list that the DNS answers in any. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
