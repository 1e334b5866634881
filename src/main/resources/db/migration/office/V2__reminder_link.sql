-- Where what a reminder tells of is shown; empty for those noted before.
ALTER TABLE office.reminder ADD COLUMN link text NOT NULL DEFAULT '';
