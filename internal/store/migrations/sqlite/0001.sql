-- What happened, never changed. Times are UTC text of one width, so that they sort.
CREATE TABLE events (
  id       TEXT PRIMARY KEY,
  province TEXT NOT NULL,
  commune  TEXT NOT NULL, -- '' for a council's
  council  TEXT NOT NULL, -- '' for a commune's
  year     INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  at       TEXT NOT NULL,
  made_by  TEXT NOT NULL,
  body     TEXT NOT NULL
);
CREATE INDEX events_by_subject ON events (province, commune, council, at, id);

-- Reports and requirements, each once, compressed, under the SHA-256 of its bytes.
CREATE TABLE documents (
  province TEXT NOT NULL,
  digest   TEXT NOT NULL,
  packed   BLOB NOT NULL,
  PRIMARY KEY (province, digest)
);

-- What the events add up to: written with them, and made again from them.
CREATE TABLE communes (
  province TEXT NOT NULL,
  commune  TEXT NOT NULL,
  name     TEXT NOT NULL, -- the newest; "Quảng Trung"
  held     TEXT NOT NULL, -- the highest title in force, '' for none
  state    TEXT NOT NULL,
  PRIMARY KEY (province, commune)
);
CREATE TABLE dossiers (
  province TEXT NOT NULL,
  commune  TEXT NOT NULL,
  year     INTEGER NOT NULL,
  district TEXT NOT NULL,
  stage    TEXT NOT NULL,
  level    TEXT NOT NULL, -- that it was submitted for, '' before
  council  TEXT NOT NULL, -- '' for none
  state    TEXT NOT NULL,
  PRIMARY KEY (province, commune, year),
  FOREIGN KEY (province, commune) REFERENCES communes (province, commune)
);
CREATE INDEX dossiers_by_year ON dossiers (year, province);
CREATE TABLE councils (
  province TEXT NOT NULL,
  council  TEXT NOT NULL,
  year     INTEGER NOT NULL,
  state    TEXT NOT NULL,
  PRIMARY KEY (province, council)
);
