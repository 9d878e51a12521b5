// Runs on whatever Node npm found, so it may use nothing newer than Node 12.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `jingnei needs Node 22.18 or newer, this is ${process.versions.node}.\n` +
      "`npm ci` brings Node 24 as a dev dependency through an install script: run it without --ignore-scripts,\n" +
      "or install Node 24 yourself.\n",
  );
  process.exit(2);
}
