-- 本人所写: what a person wrote into the places of a report; a later row replaces an earlier one, none is deleted.
CREATE SCHEMA IF NOT EXISTS report;

CREATE TABLE report.own_words (
    county_id  int         NOT NULL,
    id         bigint      GENERATED ALWAYS AS IDENTITY,
    post       text        NOT NULL,
    from_day   date        NOT NULL,
    to_day     date        NOT NULL,
    template   text        NOT NULL,
    place      text        NOT NULL,
    words      text        NOT NULL,
    person     text        NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (county_id, id)
);

CREATE INDEX own_words_of_report ON report.own_words (county_id, post, from_day, to_day, template);

-- 封存: a report as it was handed in: what was known, and the digest of its figures.
CREATE TABLE report.frozen (
    county_id   int         NOT NULL,
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    post        text        NOT NULL,
    from_day    date        NOT NULL,
    to_day      date        NOT NULL,
    template    text        NOT NULL,
    title       text        NOT NULL,
    day         date        NOT NULL,
    size        bigint      NOT NULL,
    root        text        NOT NULL,
    known_at    timestamptz NOT NULL,
    digest      text        NOT NULL,
    person      text        NOT NULL,
    frozen_at   timestamptz NOT NULL,
    PRIMARY KEY (county_id, id)
);
