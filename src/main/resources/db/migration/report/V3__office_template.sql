-- 本单位模板: the Word documents that offices fill, by the kind of report; the latest of a kind is used, none is deleted.
CREATE TABLE report.office_template (
    county_id int         NOT NULL,
    kind      text        NOT NULL,
    digest    text        NOT NULL,
    name      text        NOT NULL,
    person    text        NOT NULL,
    kept_at   timestamptz NOT NULL,
    PRIMARY KEY (county_id, kind, digest)
);
