import { Component, type ReactNode } from 'react';

type BoundaryProps = {
  children: ReactNode;
  fallback: ReactNode /** A new key forgets the failure. */;
  resetKey: string;
};

/** Catches what breaks while a page is drawn, so that the frame and the way back stay. */
export class Boundary extends Component<BoundaryProps, { failedAt: string | undefined }> {
  override state: { failedAt: string | undefined } = { failedAt: undefined };

  static getDerivedStateFromError(): Partial<{ failedAt: string | undefined }> {
    return { failedAt: '' };
  }

  override componentDidCatch(error: unknown): void {
    this.setState({ failedAt: this.props.resetKey });
    console.error(error);
  }

  override render(): ReactNode {
    const { failedAt } = this.state;
    const failed = failedAt !== undefined && (failedAt === '' || failedAt === this.props.resetKey);
    return failed ? this.props.fallback : this.props.children;
  }
}
