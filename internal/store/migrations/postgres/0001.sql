-- What happened, never changed. Times are UTC text of one width, so that they sort.
-- Text is ordered byte by byte, as SQLite does.
CREATE TABLE events (
  id       text COLLATE "C" PRIMARY KEY,
  province text COLLATE "C" NOT NULL,
  commune  text COLLATE "C" NOT NULL, -- '' for a council's
  council  text COLLATE "C" NOT NULL, -- '' for a commune's
  year     integer NOT NULL,
  kind     text COLLATE "C" NOT NULL,
  at       text COLLATE "C" NOT NULL,
  made_by  text COLLATE "C" NOT NULL,
  body     text COLLATE "C" NOT NULL
);
CREATE INDEX events_by_subject ON events (province, commune, council, at, id);

-- Reports and requirements, each once, compressed, under the SHA-256 of its bytes.
CREATE TABLE documents (
  province text COLLATE "C" NOT NULL,
  digest   text COLLATE "C" NOT NULL,
  packed   bytea NOT NULL,
  PRIMARY KEY (province, digest)
);
ALTER TABLE documents ALTER packed SET STORAGE EXTERNAL; -- it is compressed as it comes

-- What the events add up to: written with them, and made again from them.
CREATE TABLE communes (
  province text COLLATE "C" NOT NULL,
  commune  text COLLATE "C" NOT NULL,
  name     text COLLATE "C" NOT NULL, -- the newest; "Quảng Trung"
  held     text COLLATE "C" NOT NULL, -- the highest title in force, '' for none
  state    text COLLATE "C" NOT NULL,
  PRIMARY KEY (province, commune)
);
CREATE TABLE dossiers (
  province text COLLATE "C" NOT NULL,
  commune  text COLLATE "C" NOT NULL,
  year     integer NOT NULL,
  district text COLLATE "C" NOT NULL,
  stage    text COLLATE "C" NOT NULL,
  level    text COLLATE "C" NOT NULL, -- that it was submitted for, '' before
  council  text COLLATE "C" NOT NULL, -- '' for none
  state    text COLLATE "C" NOT NULL,
  PRIMARY KEY (province, commune, year),
  FOREIGN KEY (province, commune) REFERENCES communes (province, commune)
);
CREATE INDEX dossiers_by_year ON dossiers (year, province);
CREATE TABLE councils (
  province text COLLATE "C" NOT NULL,
  council  text COLLATE "C" NOT NULL,
  year     integer NOT NULL,
  state    text COLLATE "C" NOT NULL,
  PRIMARY KEY (province, council)
);

-- Whose events a writer is adding to: he holds the row until he is done, so that
-- two who act on one dossier come one after the other.
CREATE TABLE turns (
  province text COLLATE "C" NOT NULL,
  commune  text COLLATE "C" NOT NULL,
  council  text COLLATE "C" NOT NULL,
  PRIMARY KEY (province, commune, council)
);

-- Which provinces a role of an office may see and add to.
CREATE TABLE offices (
  role     text COLLATE "C" NOT NULL,
  province text COLLATE "C" NOT NULL,
  PRIMARY KEY (role, province)
);

-- Who is not the owner sees only what a policy shows (roles.sql).
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE communes ENABLE ROW LEVEL SECURITY;
ALTER TABLE dossiers ENABLE ROW LEVEL SECURITY;
ALTER TABLE councils ENABLE ROW LEVEL SECURITY;
ALTER TABLE turns ENABLE ROW LEVEL SECURITY;
ALTER TABLE offices ENABLE ROW LEVEL SECURITY;
