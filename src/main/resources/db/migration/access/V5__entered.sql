-- 进来: a session counts as a sign-in once nothing was owed any more, no code and no activation.
ALTER TABLE access.session ADD COLUMN entered boolean NOT NULL DEFAULT false;

UPDATE access.session s SET entered = s.code_passed OR NOT EXISTS (
    SELECT 1 FROM access.factor f
    WHERE f.county_id = s.county_id AND f.sign_in_name = s.sign_in_name);
