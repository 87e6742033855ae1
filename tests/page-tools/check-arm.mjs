// Reads {resources: {name: resource}, parameters: {name: file}} from standard input and prints what the official ARM schemas in the
// folder given refuse: {mistakes: {name: words}, without: [types that have no schema there]}.

import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";

const folder = process.argv[2];
const read = (file) => JSON.parse(readFileSync(join(folder, file), "utf8"));
const root = "https://schema.management.azure.com/schemas";

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ ...read("common/definitions.json"), id: `${root}/common/definitions.json` });

// A base that forbids all names but its own refuses each of its own kinds: the schemas' generator writes it so for channels.
function unlocked(schema) {
  for (const definition of Object.values(schema.definitions)) if (definition.allOf?.length > 1) delete definition.allOf[0].additionalProperties;
  return schema;
}

const added = new Set();
function schemaOf(type, version) {
  const file = `${version}/${type.split("/")[0]}.json`;
  if (!existsSync(join(folder, file))) return undefined;
  const id = `${root}/${file}`;
  if (!added.has(id)) ajv.addSchema({ ...unlocked(read(file)), id });
  added.add(id);
  const found = Object.entries(read(file).resourceDefinitions).find(([, definition]) => (definition.properties?.type?.enum ?? []).includes(type));
  return found && `${id}#/resourceDefinitions/${found[0]}`;
}

const { resources, parameters } = JSON.parse(readFileSync(0, "utf8"));
const mistakes = {};
const without = new Set();
for (const [name, resource] of Object.entries(resources)) {
  const schema = schemaOf(resource.type, resource.apiVersion);
  if (!schema) without.add(resource.type);
  // Of a child that stands by itself, the schemas know the last part of the name.
  else if (!ajv.validate({ $ref: schema }, { ...resource, name: resource.name.split("/").pop() })) mistakes[name] = ajv.errorsText();
}

if (Object.keys(parameters).length > 0) {
  const official = read("2019-04-01/deploymentParameters.json");
  const parameterAjv = new Ajv({ strict: false, validateFormats: false });
  // Of the template's own schema only this is referred to; the rest refers to hundreds of others.
  const { parameterValueTypes, keyVaultReference } = read("2019-04-01/deploymentTemplate.json").definitions;
  parameterAjv.addSchema({ id: `${root}/2019-04-01/deploymentTemplate.json`, definitions: { parameterValueTypes, keyVaultReference } });
  const check = parameterAjv.compile({ ...official, id: `${root}/2019-04-01/deploymentParameters.json` });
  for (const [name, file] of Object.entries(parameters)) if (!check(file)) mistakes[name] = JSON.stringify(check.errors);
}

console.log(JSON.stringify({ mistakes, without: [...without].sort() }));
