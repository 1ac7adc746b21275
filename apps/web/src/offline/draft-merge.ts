// A chunk of its own: pages that only read need none of it.
export { mergeDrafts } from '@jena/shared/forms';
