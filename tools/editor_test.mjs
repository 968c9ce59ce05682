// Opens policies in the YAML language server, as an editor does, and prints what it says of them as JSON:
// node editor_test.mjs MODULES SCHEMA POLICY... MODULES is where yaml-language-server is installed.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [modules, schemaFile, ...files] = process.argv.slice(2);
const require = createRequire(join(modules, "here.js"));
const { getLanguageService, TextDocument } = require("yaml-language-server/out/server/src/index.js");
const { SettingsState } = require("yaml-language-server/out/server/src/yamlSettings.js");
const { parseDocument, isMap, isSeq, isScalar } = require("yaml");

const uri = "file:///policy.yaml";
const schema = JSON.parse(readFileSync(schemaFile, "utf-8"));
const service = getLanguageService({
  schemaRequestService: async () => JSON.stringify(schema),
  workspaceContext: { resolveRelativePath: (path) => path },
  yamlSettings: new SettingsState(),
  clientCapabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
});
service.configure({
  validate: true, hover: true, completion: true, hoverSchemaSource: false, indentation: "  ", customTags: [],
  schemas: [{ uri: "file:///policy.schema.json", fileMatch: ["*"], schema }],
});

let version = 0;  // The server keeps what it knows of a document until its version is another.
const open = (text) => TextDocument.create(uri, "yaml", ++version, text);
const marks = async (text) =>
  (await service.doValidation(open(text), false)).map((mark) => ({ line: mark.range.start.line + 1, message: mark.message }));

// Every key with where it stands, and every mapping with where its keys begin.
function visit(node, path, keys, mappings) {
  if (isMap(node)) {
    if (!node.flow && node.items.length) mappings.push({ path, node });
    for (const pair of node.items) {
      const step = [...path, String(pair.key.value)];
      if (pair.key.range) keys.push({ path: step, offset: pair.key.range[0], value: pair.value });
      visit(pair.value, step, keys, mappings);
    }
  } else if (isSeq(node)) node.items.forEach((item, index) => visit(item, [...path, index], keys, mappings));
}

// What stands in the file once a completion is accepted: placeholders keep their words, and lines their indentation.
function accepted(document, item, offset) {
  const edit = item.textEdit;
  const snippet = edit ? edit.newText : item.insertText;
  const waits = /\$\d|\$\{\d+:?\}|[:-]\s*$/.test(snippet);
  const plain = snippet
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, "$1").replace(/\$\{\d+\}|\$\d+/g, "").replace(/\\([\\$}])/g, "$1");
  const start = edit ? document.offsetAt(edit.range.start) : offset;
  const end = edit ? document.offsetAt(edit.range.end) : offset;
  const line = document.getText().slice(0, start).split("\n").at(-1);
  const indent = " ".repeat(line.length - line.trimStart().length);
  const text = document.getText();
  return {
    waits,
    text: text.slice(0, start) + plain.replace(/\n/g, "\n" + indent) + text.slice(end),
  };
}

const result = { marks: {}, hovers: [], completions: [], misspelt: 0, unmarked: [] };
const seen = new Set();

async function complete(file, path, text, offset, kind) {
  const document = open(text);
  const list = await service.doComplete(document, document.positionAt(offset), false);
  for (const item of list.items) {
    const known = [kind, typeof path.at(-1), item.label, item.insertText, JSON.stringify(item.documentation)].join("|");
    if (seen.has(known)) continue;
    seen.add(known);
    result.completions.push({ file, path, kind, label: item.label, ...accepted(document, item, offset) });
  }
}

for (const file of files) {
  const text = readFileSync(file, "utf-8");
  result.marks[file] = await marks(text);
  const keys = [], mappings = [];
  visit(parseDocument(text).contents, [], keys, mappings);
  const document = open(text);
  for (const key of keys) {
    const hover = await service.doHover(document, document.positionAt(key.offset + 1));
    result.hovers.push({ file, path: key.path, text: hover?.contents?.value ?? "" });
  }
  for (const { path, node } of mappings) {
    const first = node.items[0].key.range[0];
    const column = first - (text.lastIndexOf("\n", first - 1) + 1);
    const last = node.items.at(-1);
    // A new line before the last key: the mapping goes on behind it.
    const at = node.items.length > 1 ? text.lastIndexOf("\n", last.key.range[0] - 1) + 1 : null;
    if (at === null) continue;
    await complete(file, path, text.slice(0, at) + " ".repeat(column) + "\n" + text.slice(at), at + column, "key");
  }
  for (const key of keys) {
    if (!isScalar(key.value) || !key.value.range || key.value.type?.startsWith("BLOCK")) continue;
    const [from, to] = key.value.range;
    if (text.slice(key.offset, from).includes("\n")) continue;
    await complete(file, key.path, text.slice(0, from) + text.slice(to), from, "value");
  }
}

// A misspelt key is marked wherever the keys are the language's own.
const text = readFileSync(files[0], "utf-8");
const keys = [];
visit(parseDocument(text).contents, [], keys, []);
for (const key of keys.filter((each) => each.path.length === 1 || each.path[0] === "policy")) {
  const word = key.path.at(-1);
  const wrong = text.slice(0, key.offset) + word + "x" + text.slice(key.offset + word.length);
  result.misspelt += 1;
  if (!(await marks(wrong)).length) result.unmarked.push(key.path.join("."));
}

process.stdout.write(JSON.stringify(result));
