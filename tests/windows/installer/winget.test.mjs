// The manifests for winget fit their schema, and speak of the installers that were made.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import yaml from 'js-yaml';

const root = path.join(import.meta.dirname, '../../..');
const built = process.env.HOITUNG_BUILT;
const [, version] = fs.readdirSync(built).map((name) => name.match(/^hoitung-setup-(.+)\.exe$/)).find(Boolean);

test('each manifest fits the schema, and holds the sums of the installers', (t) => {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'winget-'));
  t.after(() => fs.rmSync(out, { recursive: true }));
  execFileSync(path.join(root, 'packaging/winget/make'), [version, 'https://downloads.example/v1', built, out]);
  const fits = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(fs.readFileSync(path.join(root, 'packaging/winget/schema.json'), 'utf8')));
  const manifests = Object.fromEntries(fs.readdirSync(out).map((name) => [name, yaml.load(fs.readFileSync(path.join(out, name), 'utf8'))]));
  assert.deepEqual(Object.keys(manifests), ['installer', 'locale.en-US', 'locale.zh-HK'].map((name) => `Hoitung.Hoitung.${name}.yaml`).concat('Hoitung.Hoitung.yaml'));
  for (const [name, manifest] of Object.entries(manifests)) {
    assert.ok(fits(manifest), `${name}: ${JSON.stringify(fits.errors)}`);
    assert.equal(manifest.PackageVersion, version);
  }
  for (const { InstallerUrl, InstallerSha256 } of manifests['Hoitung.Hoitung.installer.yaml'].Installers) {
    const bytes = fs.readFileSync(path.join(built, path.basename(InstallerUrl)));
    assert.equal(InstallerSha256, createHash('sha256').update(bytes).digest('hex').toUpperCase());
  }
  assert.ok(!fits({ ...manifests['Hoitung.Hoitung.yaml'], PackageVersion: '{VERSION}' }), 'what was not filled in is no manifest');
});
