// Reads {name: card} from standard input and prints {name: mistakes} for the cards that the official schema refuses.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";

const draft06 = createRequire(import.meta.url)("ajv/dist/refs/json-schema-draft-06.json");
const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));

// The published file is no valid draft-06 schema as it stands: see its own folder's README.
delete schema.id;
(function dropBooleanRequired(node) {
  if (typeof node?.required === "boolean")
    delete node.required;
  if (node && typeof node === "object")
    Object.values(node).forEach(dropBooleanRequired);
})(schema);

const ajv = new Ajv({ strict: false, allErrors: false });
ajv.addMetaSchema(draft06);
const validate = ajv.compile(schema);

const mistakes = {};
for (const [name, { msteams, ...card }] of Object.entries(JSON.parse(readFileSync(0, "utf8"))))
  if (!validate(card))
    mistakes[name] = ajv.errorsText(validate.errors, { separator: "\n" });
console.log(JSON.stringify(mistakes));
