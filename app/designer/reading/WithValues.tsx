/** Words with the values they will hold as small plates: “Your refill of [medicine] is ready.” What only steers a template is not shown. */
export function WithValues({ text }: { text: string }) {
  return partsOf(text).map(({ value, said }, index) =>
    value ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in order
      <span key={index} data-plate="" className="whitespace-nowrap rounded-key bg-ink-soft px-1 font-sans text-[0.92em] text-ink-text">
        {said}
      </span>
    ) : (
      said
    ),
  )
}

/** A text cut at its templates: `{{ status | upcase }}` is the value `status`. */
export function partsOf(text: string): { value: boolean; said: string }[] {
  return text
    .replace(/\{%[^%]*%\}/g, '')
    .split(/(\{\{[^}]*\}\})/)
    .flatMap((part) => {
      const name = /^\{\{-?\s*([\w.]+)/.exec(part)?.[1]
      return part === '' ? [] : [name === undefined ? { value: false, said: part } : { value: true, said: name }]
    })
}
