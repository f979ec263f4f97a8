import type { NodeWords } from '../../node'

export const words: { en: NodeWords; 'zh-CN': NodeWords } = {
  en: {
    title: 'Say',
    summary: 'Speaks a sentence or plays a recording, then moves on. In a text conversation it sends the sentence.',
    fields: {
      prompt: { label: 'What the caller hears' },
      repeat: { label: 'How often', unit: 'times', hint: 'Once is enough for most sentences. Texts are sent once.' },
      tones: { label: 'Tones', hint: 'Keys pressed after the words, such as an extension. w waits half a second.' },
    },
    ports: { next: 'Then' },
  },
  'zh-CN': {
    title: '播报',
    summary: '播报一句话或播放录音，然后继续。在短信对话中则发送这句话。',
    fields: {
      prompt: { label: '来电者听到的内容' },
      repeat: { label: '播报次数', unit: '次', hint: '多数情况一次即可。短信只发送一次。' },
      tones: { label: '按键音', hint: '播报后发送的按键，例如分机号。w 表示等待半秒。' },
    },
    ports: { next: '然后' },
  },
}
