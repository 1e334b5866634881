package org.mingze.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.RunningMingze;
import org.mingze.exchange.conversion.Heads;
import org.mingze.exchange.conversion.Mapping;
import org.mingze.exchange.conversion.Roster;
import org.mingze.exchange.conversion.Target;
import org.mingze.journal.Recorder;
import org.mingze.sheet.OpeningSheets;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.WorkRecord;

@DisplayName("一行一笔地入账，在真正的库里")
class EnteringRowsTest {
    private static final int COUNTY = 1;
    private static final InstantSource CLOCK = InstantSource.system();

    private final RunningMingze mingze = RunningMingze.shared();
    private final Imports imports = mingze.bean(Imports.class);
    private final RunningImports running = mingze.bean(RunningImports.class);
    private final ImportFiles files = mingze.bean(ImportFiles.class);
    private final Problems problems = mingze.bean(Problems.class);
    private final CountyLedgers ledgers = mingze.bean(CountyLedgers.class);

    @TempDir Path folder;

    private UUID handIn(String name, String content, String recordType, String... columns)
            throws IOException {
        return handInAs("qingshi.gongwei.secretary", name, content, recordType, columns);
    }

    private UUID handInAs(
            String post, String name, String content, String recordType, String... columns)
            throws IOException {
        UUID id = UUID.randomUUID();
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Path file = files.keep(COUNTY, id, new ByteArrayInputStream(bytes));
        imports.keep(
                COUNTY,
                new KeptImport(
                        id,
                        name,
                        "qingshi.gongwei",
                        new Recorder("p001", post),
                        Instant.now(),
                        ImportState.MAPPING,
                        Map.of(),
                        false,
                        Roster.Alike.UNASKED,
                        Tally.NONE,
                        ""));
        Map<String, Mapping> mappings = new LinkedHashMap<>();
        if (OpeningSheets.open(file, name) instanceof OpeningSheets.Opened.Sheets(var sheets)) {
            try (sheets) {
                for (Heads heads : new FileRows(sheets).heads().values()) {
                    mappings.put(
                            heads.digest(),
                            new Mapping(
                                    recordType,
                                    List.of(columns).stream().map(Target::parse).toList(),
                                    Map.of(),
                                    OptionalInt.of(2026)));
                }
            }
        }
        imports.mapped(COUNTY, id, mappings, Instant.now());
        return id;
    }

    private KeptImport enter(UUID id) {
        running.run(COUNTY, id, true, CLOCK);
        return imports.find(COUNTY, id).orElseThrow();
    }

    private long size() {
        return ledgers.ask(COUNTY, known -> known.size());
    }

    @Test
    @DisplayName("停在第二批的导入接着办：每行恰好入账一次，列表与重放一致")
    void goesOnAfterAStop() throws IOException {
        StringBuilder rows = new StringBuilder("单位,类型,日期,题目\n");
        for (int row = 1; row <= 2_500; row++) {
            rows.append("青石街道党工委,研讨,2026-02-03,第").append(row).append("次\n");
        }
        UUID id = handIn("长.csv", rows.toString(), "学习", "机构", "类", "@日", "题");
        long before = size();
        AtomicInteger batches = new AtomicInteger();
        running.run(
                COUNTY,
                id,
                true,
                () -> {
                    if (batches.incrementAndGet() == 3) {
                        throw new IllegalStateException("killed");
                    }
                    return Instant.now();
                });
        KeptImport stopped = imports.find(COUNTY, id).orElseThrow();
        assertThat(stopped.state()).isEqualTo(ImportState.STOPPED);
        assertThat(size()).isEqualTo(before + 2_000);
        KeptImport done = enter(id);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.tally()).isEqualTo(new Tally(2_500, 500, 2_000, 0, 0));
        assertThat(size()).isEqualTo(before + 2_500);
        assertThat(enter(id).tally()).isEqualTo(new Tally(2_500, 0, 2_500, 0, 0));
        assertThat(ledgers.replay(COUNTY, Instant.now()).same()).isTrue();
    }

    @Test
    @DisplayName("后面的行按编号承前面的行；前面的行要改，后面的也要等；账上的号相同算未变，不同的去更正")
    void followsEarlierRows() throws IOException {
        UUID id =
                handIn(
                        "问题.csv",
                        "编号,来源,日期,描述,单位\nW-1,自查,3月5日,学得不深,青石街道党工委\nW-2,自己查的,3月5日,会少,青石街道党工委\n",
                        "问题",
                        "@编号",
                        "源",
                        "@日",
                        "述",
                        "责任单位");
        KeptImport done = enter(id);
        assertThat(done.tally()).isEqualTo(new Tally(2, 1, 0, 1, 0));
        assertThat(problems.after(COUNTY, id, 0, 10))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.problem().cell()).isEqualTo("问题!B3");
                            assertThat(found.problem().written()).isEqualTo("自己查的");
                            assertThat(found.problem().remedy()).contains("可用：");
                        });
        WorkRecord record =
                ledgers.ask(COUNTY, known -> known.records().find(known.size()).orElseThrow());
        assertThat(record.type().name()).isEqualTo("问题");
        String known = "号,来源,描述,单位\n第" + record.number() + "号,自查,学得不深,青石街道党工委\n";
        UUID same = handIn("出.csv", known, "问题", "@号", "源", "述", "责任单位");
        assertThat(enter(same).tally()).isEqualTo(new Tally(1, 0, 1, 0, 0));
        UUID other = handIn("改.csv", known.replace("不深", "不透"), "问题", "@号", "源", "述", "责任单位");
        assertThat(enter(other).tally()).isEqualTo(new Tally(1, 0, 0, 1, 0));
        assertThat(problems.after(COUNTY, other, 0, 10).getFirst().problem().remedy())
                .contains("更正");
        mend(id);
    }

    /// The rows to mend, handed in again, are the same rows under the same head.
    private void mend(UUID id) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (OpeningSheets.open(files.file(COUNTY, id), "问题.csv")
                instanceof OpeningSheets.Opened.Sheets(var sheets)) {
            try (sheets) {
                new MendFile(sheets, after -> problems.after(COUNTY, id, after, 10)).write(bytes);
            }
        }
        Path file = Files.write(folder.resolve("mend.xlsx"), bytes.toByteArray());
        if (OpeningSheets.open(file, "mend.xlsx")
                instanceof OpeningSheets.Opened.Sheets(var sheets)) {
            try (sheets) {
                Heads heads = Objects.requireNonNull(new FileRows(sheets).heads().get(0));
                assertThat(heads.names()).endsWith(Heads.REMEDY);
                assertThat(imports.remembered(COUNTY, heads.digest())).isPresent();
                sheets.rows(
                        0,
                        row -> {
                            assertThat(row.number() == 1 || row.at(0).text().equals("W-2"))
                                    .isTrue();
                            return true;
                        });
            }
        }
    }

    @Test
    @DisplayName("机构和人员名单：没有代码的自己编，重复的交来不变；街道的岗位不能录")
    void entersOrganization() throws IOException {
        String list = "名称,性质,上级,日期\n县档案馆,部门,明川县政府,2026-01-05\n县档案馆库房,部门,县档案馆,2026-01-06\n";
        UUID refused = handIn("机构.csv", list, "机构", "名", "类", "属", "@日");
        assertThat(enter(refused).tally().faulty()).isEqualTo(2);
        UUID id = handInAs(countyPost(), "机构.csv", list, "机构", "名", "类", "属", "@日");
        assertThat(enter(id).tally()).isEqualTo(new Tally(2, 2, 0, 0, 0));
        assertThat(enter(id).tally()).isEqualTo(new Tally(2, 0, 2, 0, 0));
        int bodies =
                ledgers.ask(COUNTY, known -> known.organization().bodiesEverNamed("县档案馆库房").size());
        assertThat(bodies).isEqualTo(1);
        List<String> faults = ledgers.ask(COUNTY, known -> known.faults());
        assertThat(faults).isEmpty();
    }

    private String countyPost() {
        return ledgers.ask(
                COUNTY,
                known ->
                        known.organization()
                                .postsIn("mingchuan.xianwei", LocalDate.now(ChinaTime.ZONE))
                                .getFirst()
                                .code());
    }
}
