/* Monaco asks for its workers through a global; each address must stand literally where the bundler finds it. */
declare global {
  interface Window {
    MonacoEnvironment?: { getWorker(module: string, label: string): Worker }
  }
}

window.MonacoEnvironment = {
  getWorker(_module, label) {
    if (label === 'json') return new Worker(new URL('./json.worker.ts', import.meta.url), { type: 'module', name: label })
    return new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module', name: label })
  },
}

export {}
