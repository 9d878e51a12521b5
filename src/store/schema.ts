/**
 * One SQLite file per run. Tables are named after the model's words; `n` is a row's own number, used for joins only, since it
 * depends on the order of arrival: nothing that is shown or compared may rest on it.
 */
export const schemaSql = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE task (
  n INTEGER PRIMARY KEY,
  provider TEXT NOT NULL, partition TEXT NOT NULL, account TEXT NOT NULL, type TEXT NOT NULL, region TEXT NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  UNIQUE (provider, partition, account, type, region)
);
CREATE TABLE asked (task INTEGER NOT NULL, operation TEXT NOT NULL, PRIMARY KEY (task, operation)) WITHOUT ROWID;
CREATE TABLE gap (
  provider TEXT NOT NULL, partition TEXT NOT NULL, account TEXT NOT NULL, region TEXT NOT NULL, type TEXT NOT NULL,
  operation TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL, count INTEGER NOT NULL, resource TEXT,
  PRIMARY KEY (provider, partition, account, region, type, operation, reason)
) WITHOUT ROWID;

CREATE TABLE resource (
  n INTEGER PRIMARY KEY,
  task INTEGER NOT NULL,
  id TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL,
  provider TEXT NOT NULL, partition TEXT NOT NULL, account TEXT NOT NULL,
  region TEXT, country TEXT, jurisdiction TEXT NOT NULL,
  -- The answer that placed it; null where its collector does not say.
  place_source TEXT, place_field TEXT, place_value TEXT,
  tags TEXT, attributes TEXT NOT NULL,
  -- Of a template: stays as it is; is a setting of something else; file and line that declare it.
  unchanged INTEGER NOT NULL DEFAULT 0, setting INTEGER NOT NULL DEFAULT 0, file TEXT, line INTEGER
);
CREATE INDEX resource_id ON resource (id);
CREATE INDEX resource_task ON resource (task);
CREATE INDEX resource_setting ON resource (n) WHERE setting = 1;
CREATE TABLE alias (provider TEXT NOT NULL, alias TEXT NOT NULL, resource INTEGER NOT NULL, PRIMARY KEY (provider, alias)) WITHOUT ROWID;
CREATE TABLE link (
  n INTEGER PRIMARY KEY,
  resource INTEGER NOT NULL, kind TEXT NOT NULL, outward INTEGER NOT NULL,
  target TEXT, target_key TEXT, party TEXT,
  region TEXT, country TEXT, jurisdiction TEXT,
  source TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL
);
CREATE INDEX link_resource ON link (resource);

CREATE TABLE fact (
  resource INTEGER NOT NULL, about TEXT NOT NULL, value TEXT NOT NULL, kind TEXT NOT NULL,
  confidence REAL NOT NULL, depth INTEGER NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (resource, about, value, kind)
) WITHOUT ROWID;

CREATE TABLE edge (
  n INTEGER PRIMARY KEY,
  from_n INTEGER, from_id TEXT NOT NULL, kind TEXT NOT NULL,
  to_n INTEGER, to_id TEXT, party TEXT,
  region TEXT, country TEXT, jurisdiction TEXT NOT NULL,
  source TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL
);
-- What sampling showed of a store, as the report has it.
CREATE TABLE inspection (resource INTEGER PRIMARY KEY, body TEXT NOT NULL);
-- Whole and part: no edge of the report, but class travels along it.
CREATE TABLE part (whole INTEGER NOT NULL, part INTEGER NOT NULL, PRIMARY KEY (whole, part)) WITHOUT ROWID;
CREATE UNIQUE INDEX edge_identity ON edge (from_id, kind, ifnull(to_id, ''), ifnull(party, ''), ifnull(region, ''));
CREATE INDEX edge_from ON edge (from_n);
CREATE INDEX edge_to ON edge (to_n);
-- Flows are few beside what is merely stored; the summary counts them alone.
CREATE INDEX edge_flow ON edge (kind) WHERE kind <> 'stored-in';

CREATE TABLE standing (
  resource INTEGER PRIMARY KEY,
  classes TEXT NOT NULL, class TEXT NOT NULL, confidence REAL NOT NULL,
  origin TEXT NOT NULL, contradicted INTEGER NOT NULL, mainland_copy TEXT NOT NULL, scope TEXT NOT NULL,
  second_region INTEGER NOT NULL, kinds TEXT NOT NULL, mlps INTEGER NOT NULL, understated INTEGER NOT NULL
);

-- What many findings say alike: remediation and basis.
CREATE TABLE wording (n INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE finding (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL,
  severity INTEGER NOT NULL, verdict INTEGER NOT NULL, policy TEXT NOT NULL, resource TEXT,
  edge_kind TEXT, edge_to TEXT, wording INTEGER NOT NULL, body TEXT NOT NULL
);
CREATE TABLE relation (finding TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (finding, other)) WITHOUT ROWID;
CREATE TABLE member (finding TEXT NOT NULL, resource TEXT NOT NULL, PRIMARY KEY (finding, resource)) WITHOUT ROWID;
`;

/** Raised when the tables change: a store of another number is refused, not guessed at. */
export const storeVersion = 6;
