import { icon } from '../../ui/icons/icon.tsx';

export const MinusIcon = icon(<path d="M5 12h14" />);
export const FitIcon = icon(<path d="M4.5 9V4.5H9M15 4.5h4.5V9M19.5 15v4.5H15M9 19.5H4.5V15" />);
export const TurnIcon = icon(<path d="M19 12a7 7 0 1 1-2.2-5.1M19.5 3.5v4.25h-4.25" />);
