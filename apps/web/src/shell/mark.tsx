/** Light through a prism: what Jena's optics are known for. Abstract, not the city's coat of arms. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <path d="m1.5 17.4 5.2-1.9" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path d="M14 4.5 23.5 22h-19z" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      <path
        d="m20.2 11.6 6.3-1.6M21.5 14.5H27M22.8 17.3l3.7 1.2"
        stroke="var(--jena-light)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
