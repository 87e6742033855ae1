// Reads {bodies: {name: {definition, json}}, calls: ["POST /v3/…"]} from standard input and prints what the official activity
// schema and the connector's description refuse: {name: mistakes}.

import { readFileSync } from "node:fs";
import Ajv from "ajv";

const [schema, swagger] = process.argv.slice(2, 4).map((file) => JSON.parse(readFileSync(file, "utf8")));
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema({ $id: "activity", definitions: schema.definitions });
ajv.addSchema({ $id: "connector", definitions: swagger.definitions });

const mistakes = {};
const { bodies, calls } = JSON.parse(readFileSync(0, "utf8"));
for (const [name, { definition, json }] of Object.entries(bodies))
  for (const source of definition === "Activity" ? ["activity", "connector"] : ["connector"])
    if (!ajv.validate({ $ref: `${source}#/definitions/${definition}` }, json))
      mistakes[name] = `${source}: ${ajv.errorsText()}`;

const known = Object.entries(swagger.paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => new RegExp(`^${method.toUpperCase()} ${path.replace(/[{][^}]+[}]/g, "[^/]+")}$`)));
for (const call of calls)
  if (!known.some((operation) => operation.test(call)))
    mistakes[call] = "no operation of the connector";
console.log(JSON.stringify(mistakes));
