/**
 * A body for an answer from what is made as it is read. Asks for nothing before somebody reads, and lets go when they
 * hang up: otherwise each broken download leaves a file open.
 */
export function streamBody(
  content: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await content.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await content.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
