/** Light through a prism: what Jena's optics are known for. Abstract, not the city's coat of arms. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <path d="M1.5 17.5 10 14.3" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path d="M14 4.5 23.5 22h-19z" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      <path
        d="m16.5 12.5 10-2M17.5 14.5l9 0M18.5 16.5l8 2"
        stroke="var(--jena-light)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
