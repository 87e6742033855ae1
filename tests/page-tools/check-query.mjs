// Reads {name: {definition, json}} from standard input and prints what the official description of question answering refuses: {name: mistakes}.

import { readFileSync } from "node:fs";
import Ajv from "ajv";

const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema({ $id: "answers", definitions: schema.definitions });

const mistakes = {};
for (const [name, { definition, json }] of Object.entries(JSON.parse(readFileSync(0, "utf8"))))
  if (!ajv.validate({ $ref: `answers#/definitions/${definition}` }, json))
    mistakes[name] = ajv.errorsText();
console.log(JSON.stringify(mistakes));
