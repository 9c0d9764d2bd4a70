export * from './format.ts';
export { drawCalendar, type CalendarBar, type CalendarItem, type CalendarPicture } from './calendar.ts';
export { default as CalendarTimeline } from './components/CalendarTimeline.vue';
export { default as EmptyState } from './components/EmptyState.vue';
export { default as FactList } from './components/FactList.vue';
export { default as NoticeBar } from './components/NoticeBar.vue';
export { default as PageHeader } from './components/PageHeader.vue';
export { default as StateTag } from './components/StateTag.vue';
