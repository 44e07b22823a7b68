-- What is being typed of a commune's year, before it becomes a version of its report: one
-- working copy of each. base is the digest of the report that it was begun from, '' for none.
CREATE TABLE working_copies (
  province TEXT NOT NULL,
  commune  TEXT NOT NULL,
  year     INTEGER NOT NULL,
  state    TEXT NOT NULL,
  base     TEXT NOT NULL,
  at       TEXT NOT NULL,
  made_by  TEXT NOT NULL,
  PRIMARY KEY (province, commune, year)
);
-- Its cells as they were typed. A cell that was emptied stays, for its version goes on.
CREATE TABLE working_cells (
  province TEXT NOT NULL,
  commune  TEXT NOT NULL,
  year     INTEGER NOT NULL,
  sheet    TEXT NOT NULL,
  item     TEXT NOT NULL, -- the row's key
  cell     TEXT NOT NULL, -- the column's id
  value    TEXT NOT NULL,
  version  INTEGER NOT NULL, -- how often it was written
  at       TEXT NOT NULL,
  made_by  TEXT NOT NULL,
  PRIMARY KEY (province, commune, year, sheet, item, cell),
  FOREIGN KEY (province, commune, year) REFERENCES working_copies (province, commune, year)
);
