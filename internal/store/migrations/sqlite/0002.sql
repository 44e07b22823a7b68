-- A commune is looked up by its code alone, whatever its province.
CREATE INDEX communes_by_code ON communes (commune);
CREATE INDEX dossiers_by_code ON dossiers (commune, year);
