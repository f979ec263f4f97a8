/** Whether one version comes before another, by its three numbers (`1.10.0` after `1.9.0`). A suffix such as `-beta` is not looked at. */
export function isBefore(version: string, other: string): boolean {
  const [ours, theirs] = [numbersOf(version), numbersOf(other)]
  const at = ours.findIndex((number, index) => number !== theirs[index])
  return at >= 0 && (ours[at] ?? 0) < (theirs[at] ?? 0)
}

const numbersOf = (version: string): number[] => [0, 1, 2].map((at) => Number.parseInt(version.split('.')[at] ?? '0', 10) || 0)
