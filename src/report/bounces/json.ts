import type { AuditedBounces } from '../../bounces/audited.ts';
import type { Bounces } from '../../bounces/explain-bounces.ts';
import type { ExplainedReply } from '../../bounces/explained.ts';
import type { ReplyExplanation } from '../../smtp/explanation.ts';
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

/** Explanations as the rest of an object: many replies share one. */
const rests = new WeakMap<ReplyExplanation, string>();

function restOf(explanation: ReplyExplanation): string {
  const known = rests.get(explanation);
  if (known !== undefined) return known;
  const { text: _, ...rest } = explanation;
  const json = jsonEscaped(JSON.stringify(rest)).slice(1);
  rests.set(explanation, json);
  return json;
}

/** One reply on a line of its own. */
export function bounceLine({ found, explanation }: ExplainedReply): string {
  return `${jsonEscaped(JSON.stringify(found)).slice(0, -1)},${restOf(explanation)}\n`;
}
