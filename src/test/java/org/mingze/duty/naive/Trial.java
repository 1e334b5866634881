package org.mingze.duty.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.duty.AsOf;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Obligations;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.DutyForm;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;
import org.mingze.journal.Recorder;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;

/// 小账 — a journal of one county, town and branch, written line by line.
final class Trial {
    static final LocalDate SETUP = LocalDate.of(2025, 12, 1);
    private static final LocalDate FROM = LocalDate.of(2025, 12, 12);
    private static final LocalDate TO = LocalDate.of(2026, 4, 30);

    private final List<Entry> entries = new ArrayList<>();
    private final String institution;

    /// A county under one institution in its laxer variant.
    Trial(String institution) {
        this(institution, TrialInstitutions.text(institution, "2026-01-01", false));
    }

    /// A county under an institution of these rules.
    static Trial under(String rules) {
        String id = "try.own";
        return new Trial(id, TrialInstitutions.head(id, "2026-01-01") + rules);
    }

    private Trial(String institution, String text) {
        this.institution = institution;
        on(SETUP).add("机构", "号", "县", "名", "县", "类", "党委", "级", "县");
        on(SETUP).add("机构", "号", "镇1", "名", "镇1", "类", "党委", "级", "乡镇", "属", "县");
        on(SETUP).add("机构", "号", "支1", "名", "支1", "类", "党支部", "级", "村", "属", "镇1");
        on(SETUP).add("岗位", "号", "支书", "名", "支书", "于", "支1", "职", "书记");
        on(SETUP).add("岗位", "号", "镇书", "名", "镇书", "于", "镇1", "职", "书记");
        on(SETUP).add("人员", "号", "甲", "名", "甲");
        on(SETUP).add("人员", "号", "乙", "名", "乙");
        on(SETUP).add("任", "人", "甲", "岗", "支书");
        enact(SETUP, "common", TrialInstitutions.VOCABULARY);
        enact(SETUP, institution, text);
    }

    String institution() {
        return institution;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Knowledge known() {
        return Knowledge.of(entries, Comparison.CALENDAR);
    }

    /// What an expression sees on a day, as known by all that was entered.
    Situation situation(String day) {
        LocalDate asked = LocalDate.parse(day);
        Knowledge known = known();
        return Situation.of(new AsOf(known, asked), enacted(known).institution(), asked);
    }

    /// The form of a duty of the version that was enacted first.
    DutyForm form(String duty) {
        return enacted(known()).institution().duty(duty).orElseThrow().form();
    }

    private Enactment enacted(Knowledge known) {
        return known.rules().versions(institution).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(known.faults().toString()));
    }

    void enact(LocalDate recordedOn, String id, String text) {
        on(recordedOn).add("施行", "编号", id, "文", text);
    }

    /// A further version of the institution from a day, with some words written otherwise.
    void rewrite(String from, String was, String is) {
        String text = TrialInstitutions.text(institution, from, false);
        if (!text.contains(was)) {
            throw new IllegalArgumentException(was);
        }
        enact(SETUP, institution, text.replace(was, is));
    }

    Line on(LocalDate day) {
        return new Line(day, day, Recorder.SETUP);
    }

    Line on(String day) {
        return on(LocalDate.parse(day));
    }

    /// A day, and the day on which what happened then was recorded.
    final class Line {
        private final LocalDate day;
        private final LocalDate recordedOn;
        private final Recorder recorder;

        private Line(LocalDate day, LocalDate recordedOn, Recorder recorder) {
            this.day = day;
            this.recordedOn = recordedOn;
            this.recorder = recorder;
        }

        Line recorded(String on) {
            return new Line(day, LocalDate.parse(on), recorder);
        }

        /// Entered by somebody who acts as a post.
        Line by(String person, String post) {
            return new Line(day, recordedOn, new Recorder(person, post));
        }

        /// The number of the new entry; a field written `a|b` is a list.
        long add(String kind, String... fields) {
            Map<String, Content> content = new LinkedHashMap<>();
            for (int index = 0; index < fields.length; index += 2) {
                content.put(fields[index], content(fields[index + 1]));
            }
            return add(kind, content);
        }

        long correct(long original, String field, String value) {
            return add(
                    "更正",
                    Map.of(
                            "原", new Content.Text(Long.toString(original)),
                            "改", new Content.Group(Map.of(field, content(value))),
                            "因", new Content.Text("补填")));
        }

        long withdraw(long original) {
            return add("撤销", "原", Long.toString(original), "因", "误录");
        }

        long stay(String kind, String institution, String duty, String bearer, String by) {
            return add(kind, "编号", institution, "号", duty, "谁", bearer, "批", by, "因", "另案未结");
        }

        long add(String kind, Map<String, Content> content) {
            long number = entries.size() + 1L;
            entries.add(
                    RandomHistories.entry(
                            number, kind, day, recordedOn, recorder, new Content.Group(content)));
            return number;
        }
    }

    private static Content content(String text) {
        if (!text.contains("|")) {
            return new Content.Text(text);
        }
        return new Content.Series(
                List.of(text.split("\\|", -1)).stream()
                        .filter(item -> !item.isEmpty())
                        .<Content>map(Content.Text::new)
                        .toList());
    }

    /// The engine's answer, which the naive evaluator shares.
    Optional<Standing> standing(String day, String duty, String bearer, String occasion) {
        return standing(
                day, new ObligationKey(institution, duty, bearer, Optional.empty(), occasion));
    }

    Optional<Standing> standing(
            String day, String duty, String bearer, String counterpart, String occasion) {
        return standing(
                day,
                new ObligationKey(institution, duty, bearer, Optional.of(counterpart), occasion));
    }

    /// The engine's whole verdict.
    Verdict verdict(String day, String duty, String bearer, String counterpart, String occasion) {
        LocalDate asked = LocalDate.parse(day);
        Optional<String> towards = Optional.of(counterpart).filter(code -> !code.isEmpty());
        ObligationKey key = new ObligationKey(institution, duty, bearer, towards, occasion);
        return new Obligations(known(), asked)
                .verdicts(FROM, TO).stream()
                        .filter(verdict -> verdict.obligation().key().equals(key))
                        .findFirst()
                        .orElseThrow();
    }

    private Optional<Standing> standing(String day, ObligationKey key) {
        LocalDate asked = LocalDate.parse(day);
        Knowledge known = known();
        new Comparison(FROM, TO)
                .compare(known, entries, asked)
                .ifPresent(
                        difference -> {
                            throw new AssertionError(difference.answers());
                        });
        return Optional.ofNullable(Comparison.engine(known, asked, FROM, TO).get(key))
                .map(Answer::standing);
    }
}
