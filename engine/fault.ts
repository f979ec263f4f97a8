/** What a log may say of an error: its first line, without the parameters that database drivers put into theirs. */
export function faultOf(fault: unknown): string {
  const text = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  return (text.split(/\n|params:/)[0] ?? '').slice(0, 200).trim()
}
