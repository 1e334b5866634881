-- Numbers are counted up within a county; a sequence would leave gaps.
ALTER TABLE report.own_words ALTER COLUMN id DROP IDENTITY;
ALTER TABLE report.frozen ALTER COLUMN id DROP IDENTITY;
