package org.mingze.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mingze.exchange.conversion.Converted;
import org.mingze.exchange.conversion.Roster;
import org.mingze.exchange.conversion.RowConversion;
import org.mingze.exchange.conversion.RowProblem;
import org.mingze.exchange.conversion.SeenFields;
import org.mingze.institution.RecordType;
import org.mingze.journal.Digest;
import org.mingze.journal.Draft;
import org.mingze.organization.Organization;
import org.mingze.sheet.SheetRow;
import org.mingze.work.ChinaTime;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;

/// One pass over a file, batch by batch: to check every row, or to enter every row that is sound.
final class ImportPass {
    private static final int ROW_BITS = 32;

    private final KeptImport kept;
    private final Function<List<Digest>, Map<Digest, Long>> entered;
    private final SeenCounts counts = new SeenCounts();
    private final List<String> sheets = new ArrayList<>();
    private final RowKeys keys = new RowKeys();
    private final SeenFields fields = new SeenFields();
    private final Map<String, Map<String, Draft>> named = new HashMap<>();
    private Optional<OrganizationTrial> trial = Optional.empty();
    private boolean asking;
    private int ordinal;

    ImportPass(KeptImport kept, Function<List<Digest>, Map<Digest, Long>> entered) {
        this.kept = kept;
        this.entered = entered;
    }

    /// Whether a row left open if it means the person of a row before it.
    boolean isAsking() {
        return asking;
    }

    List<RowProblem> ofAllRows(Knowledge known) {
        return fields.unfilled(known.rules());
    }

    /// What a pass does with a draft: only check it, or enter it.
    interface Trying {
        /// The number of the entry, 0 where nothing enters, and the faults that keep the draft out.
        record Tried(long number, List<EntryCheck.Fault> faults) {
            /// All that the row says is there already.
            static final Tried NOTHING = new Tried(-1, List.of());

            boolean isNothing() {
                return number < 0;
            }

            public Tried {
                faults = List.copyOf(faults);
            }
        }

        Tried enter(Draft draft);
    }

    /// What became of a batch.
    record Result(Tally tally, List<Problems.Found> problems, Map<Digest, Long> entered) {}

    /// A row that makes a record, under the key by which it enters once.
    ///
    /// @param same the row before it that says the same; empty for the first
    private record Ready(
            SheetRow row,
            RowConversion conversion,
            Converted.Fresh fresh,
            Digest key,
            String same) {}

    /// What a batch has given so far.
    private final class Batch {
        private final Knowledge known;
        private final Instant now;
        private final List<Problems.Found> problems = new ArrayList<>();
        private final Map<Digest, Long> numbers = new LinkedHashMap<>();
        private final Map<FileRows.Layout, Optional<RowConversion>> conversions = new HashMap<>();
        private int fresh;
        private int unchanged;
        private int faulty;
        private int repeated;

        Batch(Knowledge known, Instant now) {
            this.known = known;
            this.now = now;
        }

        void faulty(SheetRow row, Optional<String> key, List<RowProblem> found) {
            faulty++;
            keys.faulty(key);
            list(row, found);
        }

        private void repeated(SheetRow row, String same) {
            repeated++;
            list(
                    row,
                    List.of(
                            new RowProblem(
                                    rowName(row), "与" + same + "相同", "只入账一笔；每行都是真的，点“相同的行各记一笔”")));
        }

        private void list(SheetRow row, List<RowProblem> found) {
            found.forEach(
                    problem ->
                            problems.add(
                                    new Problems.Found(
                                            ++ordinal, row.sheet(), row.number(), problem)));
        }
    }

    Result batch(
            Knowledge known, List<FileRows.Row> rows, Trying trying, Instant now, Sight sight) {
        Batch batch = new Batch(known, now);
        RowRights rights = new RowRights(known, sight, keys, ChinaTime.day(now));
        List<Ready> ready = new ArrayList<>();
        for (FileRows.Row row : rows) {
            Optional<Ready> next = convert(batch, row, rights);
            if (next.filter(each -> ImportTypes.isAct(each.conversion().type().name()))
                    .isPresent()) {
                take(batch, next.stream().toList(), trying);
            } else {
                next.ifPresent(ready::add);
            }
        }
        take(batch, ready, trying);
        return new Result(
                new Tally(rows.size(), batch.fresh, batch.unchanged, batch.faulty, batch.repeated),
                batch.problems,
                batch.numbers);
    }

    /// Acts are taken one by one, since the next may name what one has set up.
    private void take(Batch batch, List<Ready> ready, Trying trying) {
        if (ready.isEmpty()) {
            return;
        }
        Map<Digest, Long> before = entered.apply(ready.stream().map(Ready::key).toList());
        for (Ready each : ready) {
            Long number = before.get(each.key());
            if (number != null) {
                batch.unchanged++;
                keys.sound(each.fresh().key(), number);
            } else if (each.same().isEmpty() || kept.repeats()) {
                enter(batch, each, trying);
            } else {
                batch.repeated(each.row(), each.same());
            }
            namesakes(each.fresh().draft()).put(rowName(each.row()), each.fresh().draft());
        }
    }

    /// The rows of a roster so far with this one's name, whether they entered or not.
    private Map<String, Draft> namesakes(Draft row) {
        return row.kind().equals(Roster.NAME)
                ? named.computeIfAbsent(
                        row.content().text("姓名").orElse(""), _ -> new LinkedHashMap<>())
                : new HashMap<>();
    }

    private Optional<Ready> convert(Batch batch, FileRows.Row row, RowRights rights) {
        Optional<RowConversion> known =
                batch.conversions.computeIfAbsent(
                        row.layout(), layout -> conversion(batch, layout));
        if (known.isEmpty()) {
            String sentence = "没有“" + row.layout().mapping().recordType() + "”这类记录，改列对应";
            batch.faulty(row.row(), Optional.empty(), List.of(RowProblem.of(row.row(), sentence)));
            return Optional.empty();
        }
        RowConversion conversion = known.get();
        Converted converted = conversion.convert(row.row(), keys.before(batch.known));
        switch (fields.seen(conversion.type(), converted)) {
            case Converted.Faulty(List<RowProblem> problems, var sound) ->
                    batch.faulty(
                            row.row(),
                            conversion.key(row.row()),
                            rights.faults(row.row(), conversion, problems, sound));
            case Converted.Known named -> compare(batch, row.row(), conversion, named, rights);
            case Converted.Fresh fresh -> {
                if (rights.refused(conversion.type(), fresh.draft()).isEmpty()) {
                    keys.sound(fresh.key(), 0);
                    return Optional.of(ready(row.row(), conversion, fresh));
                }
                batch.faulty(
                        row.row(),
                        fresh.key(),
                        rights.faults(row.row(), conversion, List.of(), Optional.of(fresh)));
            }
        }
        return Optional.empty();
    }

    private Optional<RowConversion> conversion(Batch batch, FileRows.Layout layout) {
        Knowledge known = batch.known;
        Optional<RecordType> type = ImportTypes.find(known, layout.mapping().recordType());
        boolean act = type.filter(of -> ImportTypes.isAct(of.name())).isPresent();
        if (act && trial.isEmpty()) {
            trial = Optional.of(new OrganizationTrial(known));
        }
        return type.map(
                of ->
                        new RowConversion(
                                of,
                                layout.mapping(),
                                layout.heads(),
                                act ? trial.orElseThrow().organization() : known.organization(),
                                kept.recorder(),
                                ChinaTime.day(batch.now)));
    }

    /// Its key is the body, what the row says, and which of the rows that say the same it is. Rows
    /// that a file numbers itself are different rows, and of acts the second is seen by its effect.
    private Ready ready(SheetRow row, RowConversion conversion, Converted.Fresh fresh) {
        Digest says = fresh.digest();
        SeenCounts.Before before = counts.seen(says, place(row));
        Digest key =
                Digest.of(
                        kept.body().getBytes(StandardCharsets.UTF_8),
                        says.bytes(),
                        Integer.toString(before.times()).getBytes(StandardCharsets.UTF_8));
        boolean repeats =
                before.times() > 0
                        && fresh.key().isEmpty()
                        && !ImportTypes.isAct(conversion.type().name());
        return new Ready(row, conversion, fresh, key, repeats ? at(row, before.first()) : "");
    }

    private long place(SheetRow row) {
        if (!sheets.contains(row.sheet())) {
            sheets.add(row.sheet());
        }
        return ((long) sheets.indexOf(row.sheet()) << ROW_BITS) + row.number();
    }

    private static String rowName(SheetRow row) {
        return row.sheet() + "!第" + row.number() + "行";
    }

    /// 第3行, and of another sheet with its name.
    private String at(SheetRow row, long place) {
        String sheet = sheets.get((int) (place >> ROW_BITS));
        long number = place & ((1L << ROW_BITS) - 1);
        return (sheet.equals(row.sheet()) ? "" : sheet + "!") + "第" + number + "行";
    }

    private void compare(
            Batch batch,
            SheetRow row,
            RowConversion conversion,
            Converted.Known known,
            RowRights rights) {
        List<EntryCheck.Fault> differences =
                KnownRow.differences(batch.known, known, conversion, rights);
        if (differences.isEmpty()) {
            batch.unchanged++;
            keys.sound(known.key(), known.number());
        } else {
            batch.faulty(row, known.key(), conversion.problems(row, differences));
        }
    }

    private void enter(Batch batch, Ready ready, Trying trying) {
        Optional<String> missing =
                ready.fresh().links().stream().filter(link -> !keys.isSound(link)).findFirst();
        if (missing.isPresent()) {
            batch.faulty(
                    ready.row(),
                    ready.fresh().key(),
                    List.of(RowProblem.of(ready.row(), "编号“" + missing.get() + "”的行有要改的，先改好它")));
            return;
        }
        Draft draft = ready.fresh().draft(keys::written);
        Trying.Tried tried =
                draft.kind().equals(Roster.NAME)
                        ? roster(batch, ready, draft, trying)
                        : one(batch, ready.conversion().type(), draft, trying);
        if (!tried.faults().isEmpty()) {
            batch.faulty(
                    ready.row(),
                    ready.fresh().key(),
                    ready.conversion().problems(ready.row(), tried.faults()));
            return;
        }
        if (tried.isNothing()) {
            batch.unchanged++;
        } else {
            batch.fresh++;
        }
        keys.sound(ready.fresh().key(), tried.number());
        if (tried.number() > 0) {
            batch.numbers.put(ready.key(), tried.number());
        }
    }

    private Trying.Tried one(Batch batch, RecordType type, Draft draft, Trying trying) {
        if (!ImportTypes.isAct(draft.kind())) {
            return trying.enter(draft);
        }
        Draft coded = OrganizationTrial.coded(draft);
        List<EntryCheck.Fault> faults = trial.orElseThrow().apply(type, coded, batch.now);
        return faults.isEmpty() ? trying.enter(coded) : new Trying.Tried(0, faults);
    }

    /// The acts that a row of several asks for, each on the organization with those before it.
    private Trying.Tried roster(Batch batch, Ready ready, Draft row, Trying trying) {
        List<String> titles =
                batch.known.rules().vocabulary().choices().getOrDefault("职", List.of());
        Map<String, Draft> before = namesakes(row);
        Organization organization = trial.orElseThrow().organization();
        Trying.Tried last = Trying.Tried.NOTHING;
        while (true) {
            switch (new Roster(row, organization, titles, before, kept.alike()).next()) {
                case Roster.Step.Done _ -> {
                    return last;
                }
                case Roster.Step.Faulty(EntryCheck.Fault fault, boolean asks) -> {
                    asking |= asks;
                    return new Trying.Tried(0, List.of(fault));
                }
                case Roster.Step.Missing(Draft act) -> {
                    RecordType type =
                            ImportTypes.find(batch.known, act.kind())
                                    .orElse(ready.conversion().type());
                    last = one(batch, type, act, trying);
                    if (!last.faults().isEmpty()) {
                        return last;
                    }
                }
            }
        }
    }
}
