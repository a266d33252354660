import type { AuditedBounces } from '../../bounces/audited.ts';
import type { Bounces } from '../../bounces/explain-bounces.ts';
import type { ExplainedReply } from '../../bounces/explained.ts';
import type { ReplyGroup } from '../../bounces/groups.ts';
import { jsonEscaped } from '../../text/terminal.ts';
import { tool } from '../../version.ts';
import type { RenderOptions } from '../renderer.ts';
import { schemaVersion } from '../report.ts';

/** A reply and its explanation as one object. */
function flat({ found, explanation }: ExplainedReply) {
  return { ...found, ...explanation, text: found.text };
}

/** A group with its explanation beside its count. */
function flatGroup<T extends ReplyGroup>({ explanation, ...group }: T) {
  const { text: _, ...rest } = explanation;
  return { ...group, ...rest };
}

/** All of it as one document. */
export function bouncesJson(
  { first, groups, ...bounces }: Bounces | AuditedBounces,
  { language = 'en' }: RenderOptions,
): string {
  const document = {
    schemaVersion,
    tool,
    language,
    ...bounces,
    explanations: first.map(flat),
    groups: groups.map(flatGroup),
  };
  return `${jsonEscaped(JSON.stringify(document, null, 2))}\n`;
}

/** One reply on a line of its own. */
export function bounceLine(reply: ExplainedReply): string {
  return `${jsonEscaped(JSON.stringify(flat(reply)))}\n`;
}
