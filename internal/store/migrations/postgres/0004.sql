-- What is being typed of a commune's year, before it becomes a version of its report: one
-- working copy of each. base is the digest of the report that it was begun from, '' for none.
CREATE TABLE working_copies (
  province text COLLATE "C" NOT NULL,
  commune  text COLLATE "C" NOT NULL,
  year     integer NOT NULL,
  state    text COLLATE "C" NOT NULL,
  base     text COLLATE "C" NOT NULL,
  at       text COLLATE "C" NOT NULL,
  made_by  text COLLATE "C" NOT NULL,
  PRIMARY KEY (province, commune, year)
);
-- Its cells as they were typed. A cell that was emptied stays, for its version goes on.
CREATE TABLE working_cells (
  province text COLLATE "C" NOT NULL,
  commune  text COLLATE "C" NOT NULL,
  year     integer NOT NULL,
  sheet    text COLLATE "C" NOT NULL,
  item     text COLLATE "C" NOT NULL, -- the row's key
  cell     text COLLATE "C" NOT NULL, -- the column's id
  value    text COLLATE "C" NOT NULL,
  version  integer NOT NULL, -- how often it was written
  at       text COLLATE "C" NOT NULL,
  made_by  text COLLATE "C" NOT NULL,
  PRIMARY KEY (province, commune, year, sheet, item, cell),
  FOREIGN KEY (province, commune, year) REFERENCES working_copies (province, commune, year)
);

-- Who is not the owner sees only what a policy shows (roles.sql).
ALTER TABLE working_copies ENABLE ROW LEVEL SECURITY;
ALTER TABLE working_cells ENABLE ROW LEVEL SECURITY;
