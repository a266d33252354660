import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { renderers } from '../../src/index.ts';
import { auditFixture } from '../support/audit-fixture.ts';
import { allFixtures } from '../support/fixture.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema);

describe('the JSON document', () => {
  it.each(allFixtures())('of $name keeps to the schema', async (fixture) => {
    const { report } = await auditFixture(fixture);
    const document = renderers.json.render([report], { width: 80, color: false });
    validate(JSON.parse(document));
    expect(validate.errors).toBeNull();
  });

  it('is one document, whatever the number of domains', () => {
    expect(JSON.parse(renderers.json.render([], { width: 80, color: false }))).toMatchObject({
      schemaVersion: 1,
      reports: [],
    });
  });

  it('would be refused with a stranger key, a wrong verdict or a number for a text', () => {
    const document = { schemaVersion: 1, tool: 'presend 0.0.0', reports: [{ verdict: 'fine' }], more: true };
    validate(document);
    expect(validate.errors?.length).toBeGreaterThan(5);
  });
});
