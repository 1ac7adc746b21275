// Two files, so that the start page carries only what the frame and the lists need.
export * from './basic.tsx';
export { InboxIcon as MailIcon } from './basic.tsx';
export type { IconProps } from './icon.tsx';
export * from './more.tsx';
