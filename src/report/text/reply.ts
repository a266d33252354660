/** `550 5.7.26`. */
export function code({
  reply,
  enhanced,
}: {
  readonly reply: number;
  readonly enhanced: string | null;
}): string {
  return enhanced === null ? String(reply) : `${reply} ${enhanced}`;
}
