// Reads {manifest, languages: {file: strings}} from standard input and prints the mistakes that Microsoft's own validator finds,
// and those of the official schema files where a folder of them is named.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { AppManifestUtils } from "@microsoft/app-manifest";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";

const { manifest, languages } = JSON.parse(readFileSync(0, "utf8"));
const mistakes = (await AppManifestUtils.validateAgainstSchema(manifest)).map((mistake) => `validator: ${mistake}`);

const folder = process.argv[2];
if (folder) {
  const versions = readdirSync(folder).map((file) => /^MicrosoftTeams\.v(1\.\d+)\.schema\.json$/.exec(file)?.[1]).filter(Boolean);
  const newest = versions.sort((a, b) => a.split(".")[1] - b.split(".")[1]).at(-1);
  check(`MicrosoftTeams.v${newest}.schema.json`, { ...manifest, manifestVersion: newest }, `schema ${newest}`);
  for (const [file, strings] of Object.entries(languages))
    check("MicrosoftTeams.Localization.schema.json", strings, file);
}
console.log(JSON.stringify(mistakes));

function check(schemaFile, json, name) {
  // Some of its patterns are no Unicode patterns.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(join(folder, schemaFile), "utf8")));
  if (!validate(json))
    mistakes.push(...validate.errors.map((error) => `${name}: ${error.instancePath} ${error.message}`));
}
