import type { NodeWords } from '../../node'

export const words: { en: NodeWords; 'zh-CN': NodeWords } = {
  en: {
    title: 'Hours',
    summary: 'Goes one way while the site is open, another while it is closed, a third on holidays.',
    fields: {
      weekly: { label: 'Weekly hours', hint: 'A time that ends at or before its start ends on the next day.' },
      'weekly.mon': { label: 'Monday' },
      'weekly.tue': { label: 'Tuesday' },
      'weekly.wed': { label: 'Wednesday' },
      'weekly.thu': { label: 'Thursday' },
      'weekly.fri': { label: 'Friday' },
      'weekly.sat': { label: 'Saturday' },
      'weekly.sun': { label: 'Sunday' },
      holidays: { label: 'Holidays', hint: 'A date without hours is closed all day.' },
      'holidays.date': { label: 'Date' },
      'holidays.name': { label: 'Name' },
      'holidays.hours': { label: 'Hours on this day' },
      zone: { label: 'Time zone' },
    },
    ports: { open: 'Open', closed: 'Closed', holiday: 'Holiday' },
  },
  'zh-CN': {
    title: '时间',
    summary: '营业时、休息时、节假日各走一个出口。',
    fields: {
      weekly: { label: '每周时间', hint: '结束时间不晚于开始时间，表示到次日结束。' },
      'weekly.mon': { label: '星期一' },
      'weekly.tue': { label: '星期二' },
      'weekly.wed': { label: '星期三' },
      'weekly.thu': { label: '星期四' },
      'weekly.fri': { label: '星期五' },
      'weekly.sat': { label: '星期六' },
      'weekly.sun': { label: '星期日' },
      holidays: { label: '节假日', hint: '没有填写时间的日期全天休息。' },
      'holidays.date': { label: '日期' },
      'holidays.name': { label: '名称' },
      'holidays.hours': { label: '当天时间' },
      zone: { label: '时区' },
    },
    ports: { open: '营业中', closed: '休息', holiday: '节假日' },
  },
}
