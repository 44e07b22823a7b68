-- The day on which an event happened ('' in what earlier structures held), and the
-- SHA-256 of all its fields.
ALTER TABLE events ADD COLUMN day TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN seal TEXT NOT NULL DEFAULT '';
