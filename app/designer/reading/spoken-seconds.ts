/** About how long words take to say, in seconds: 15 letters or 4 Chinese characters a second, as the carriers' voices speak. */
export function spokenSeconds(text: string): number {
  const plain = text.replace(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, 'something')
  const han = (plain.match(/\p{Script=Han}/gu) ?? []).length
  return Math.max(1, Math.round(han / 4 + (plain.length - han) / 15))
}
