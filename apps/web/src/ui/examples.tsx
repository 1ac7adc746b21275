import type { ComponentType } from 'react';
import { BadgeExample } from './badge/badge.example.tsx';
import { ButtonExample } from './button/button.example.tsx';
import { CardExample } from './card/card.example.tsx';
import { DialogExample } from './dialog/dialog.example.tsx';
import { DisclosureExample } from './disclosure/disclosure.example.tsx';
import { DrawingsExample } from './drawings/drawings.example.tsx';
import { EmptyStateExample } from './empty-state/empty-state.example.tsx';
import { ErrorSummaryExample } from './error-summary/error-summary.example.tsx';
import { FieldsExample } from './field/fields.example.tsx';
import { HanfriedExample } from './hanfried/hanfried.example.tsx';
import { IconsExample } from './icons/icons.example.tsx';
import { ListRowExample } from './list-row/list-row.example.tsx';
import { NoticeExample } from './notice/notice.example.tsx';
import { ProgressBarExample } from './progress-bar/progress-bar.example.tsx';
import { SkeletonExample } from './skeleton/skeleton.example.tsx';
import { StepperExample } from './stepper/stepper.example.tsx';
import { SummaryListExample } from './summary-list/summary-list.example.tsx';
import { TableExample } from './table/table.example.tsx';
import { TimelineExample } from './timeline/timeline.example.tsx';

/** Every component's example, for /dev/ui. */
export const examples: readonly { name: string; Example: ComponentType }[] = [
  { name: 'Badge', Example: BadgeExample },
  { name: 'Button', Example: ButtonExample },
  { name: 'Card', Example: CardExample },
  { name: 'Dialog', Example: DialogExample },
  { name: 'Disclosure', Example: DisclosureExample },
  { name: 'Drawings', Example: DrawingsExample },
  { name: 'EmptyState', Example: EmptyStateExample },
  { name: 'ErrorSummary', Example: ErrorSummaryExample },
  { name: 'Fields', Example: FieldsExample },
  { name: 'Hanfried', Example: HanfriedExample },
  { name: 'Icons', Example: IconsExample },
  { name: 'ListRow', Example: ListRowExample },
  { name: 'Notice', Example: NoticeExample },
  { name: 'ProgressBar', Example: ProgressBarExample },
  { name: 'Skeleton', Example: SkeletonExample },
  { name: 'Stepper', Example: StepperExample },
  { name: 'SummaryList', Example: SummaryListExample },
  { name: 'Table', Example: TableExample },
  { name: 'Timeline', Example: TimelineExample },
];
