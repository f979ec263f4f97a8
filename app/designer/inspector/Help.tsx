'use client'

import Markdown, { type Components } from 'react-markdown'

/* The panel has a heading already, so those of the text stand one level lower. */
const parts: Components = {
  h1: ({ children }) => <h3 className="mb-2 text-panel">{children}</h3>,
  h2: ({ children }) => <h4 className="mt-4 mb-1 text-group">{children}</h4>,
  p: ({ children }) => <p className="mb-2.5 text-text-2">{children}</p>,
  ul: ({ children }) => <ul className="mb-2.5 flex list-disc flex-col gap-1 ps-4.5 text-text-2">{children}</ul>,
  ol: ({ children }) => <ol className="mb-2.5 flex list-decimal flex-col gap-1 ps-4.5 text-text-2">{children}</ol>,
}

/** How a kind of node works, from its own help file. */
export function Help({ text }: { text: string }) {
  return (
    <div className="max-w-prose">
      <Markdown components={parts}>{text}</Markdown>
    </div>
  )
}
