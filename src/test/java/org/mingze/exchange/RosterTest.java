package org.mingze.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.RunningMingze;
import org.mingze.journal.Recorder;
import org.mingze.organization.Organization;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;

@DisplayName("一行写着单位、职务、姓名、任职日的名册")
class RosterTest {
    private static final int COUNTY = 1;
    private static final String HEAD = "姓名,职务,单位,单位性质,上级,任职日,成立日,电话\n";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final RunningMingze mingze = RunningMingze.shared();
    private final ImportingLedger importing = mingze.bean(ImportingLedger.class);
    private final CountyLedgers ledgers = mingze.bean(CountyLedgers.class);

    @TempDir Path folder;

    private ImportingLedger.Counted run(String name, String rows, boolean enter)
            throws IOException {
        return run(name, HEAD, rows, enter);
    }

    private ImportingLedger.Counted run(String name, String head, String rows, boolean enter)
            throws IOException {
        Path file = Files.writeString(folder.resolve(name), head + rows);
        String post =
                ledgers.ask(
                        COUNTY,
                        known ->
                                known.organization()
                                        .postsIn("mingchuan.xianwei", LocalDate.now(ChinaTime.ZONE))
                                        .getFirst()
                                        .code());
        return importing.run(
                COUNTY, file, new Recorder("p001", post), enter, InstantSource.system());
    }

    private long size() {
        return ledgers.ask(COUNTY, known -> known.size());
    }

    private List<String> named(String person) {
        return ledgers.ask(
                COUNTY,
                known -> {
                    Organization organization = known.organization();
                    String code = organization.findPerson(person).orElseThrow();
                    return organization.postsOf(code, DAY).stream().map(p -> p.name()).toList();
                });
    }

    @Test
    @DisplayName("先试读；入账时缺机构补机构、缺岗补岗、缺人补人，再记任职，一个不重；再交来什么都不变")
    void makesWhatIsMissing() throws IOException {
        String rows =
                """
                石破天,书记,名册测试局党组,党组,明川县委,2026-02-01,2026-01-01,1360001
                阿绣,副书记,名册测试局党组,,,2026-02-10,2026-01-01
                石破天,行政正职,名册测试局,部门,明川县政府,2026-02-01,2026-01-01,1360001
                """;
        long before = size();
        ImportingLedger.Counted tried = run("名册.csv", rows, false);
        assertThat(List.of(tried.fresh(), tried.faulty())).isEqualTo(List.of(3, 0));
        assertThat(size()).isEqualTo(before);
        ImportingLedger.Counted done = run("名册.csv", rows, true);
        assertThat(List.of(done.fresh(), done.unchanged(), done.faulty()))
                .isEqualTo(List.of(3, 0, 0));
        assertThat(size()).isEqualTo(before + 2 + 3 + 2 + 3);
        assertThat(named("石破天")).containsExactlyInAnyOrder("名册测试局党组书记", "名册测试局行政正职");
        assertThat(named("阿绣")).containsExactly("名册测试局党组副书记");
        ImportingLedger.Counted again = run("名册再来.csv", rows, true);
        assertThat(List.of(again.fresh(), again.unchanged(), again.faulty()))
                .isEqualTo(List.of(0, 3, 0));
        String other = "石破天,书记,名册测试局党组,,,2026-02-20,2026-01-01\n";
        assertThat(run("另一份.csv", other, true).unchanged()).isEqualTo(1);
        assertThat(size()).isEqualTo(before + 10);
        List<String> faults = ledgers.ask(COUNTY, known -> known.faults());
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("有岗位一列的，岗位照表上的名；职从职务里认，没有职务就从岗位里认")
    void callsThePostAsTheTableDoes() throws IOException {
        String head = "姓名,岗位,职务,单位,单位性质,上级,任职日,成立日\n";
        String rows =
                """
                花万紫,名册测试社区第一副书记,班子成员,名册测试社区党支部,党组,明川县委,2026-02-01,2026-01-01
                封万里,名册测试社区文书岗（副书记）,,名册测试社区党支部,,,2026-02-01,2026-01-01
                梅芳姑,班子成员,班子成员,名册测试社区党支部,,,2026-02-01,2026-01-01
                """;
        ImportingLedger.Counted done = run("有岗位的名册.csv", head, rows, true);
        assertThat(List.of(done.fresh(), done.faulty())).isEqualTo(List.of(3, 0));
        assertThat(named("花万紫")).containsExactly("名册测试社区第一副书记");
        assertThat(named("封万里")).containsExactly("名册测试社区文书岗（副书记）");
        assertThat(named("梅芳姑")).containsExactly("名册测试社区党支部班子成员");
        String title =
                ledgers.ask(
                        COUNTY,
                        known ->
                                known.organization()
                                        .findPost("名册测试社区第一副书记", DAY)
                                        .flatMap(code -> known.organization().post(code, DAY))
                                        .orElseThrow()
                                        .title());
        assertThat(title).isEqualTo("班子成员");
        assertThat(run("有岗位的名册再来.csv", head, rows, true).unchanged()).isEqualTo(3);
    }

    @Test
    @DisplayName("坏行一行不漏：没有性质的新单位、认不出的职、有人任着的岗、没有的上级、成立在任职之后；没有半行入账")
    void namesBadRows() throws IOException {
        long before = size();
        ImportingLedger.Counted done =
                run(
                        "坏名册.csv",
                        """
                        甲一,书记,坏名册一局,,,2026-02-01,2026-01-01
                        甲二,总管,坏名册二局,部门,明川县政府,2026-02-01,2026-01-01
                        甲三,书记,青石街道党工委,,,2026-02-01,2025-01-01
                        甲四,书记,坏名册四局,部门,没有的上级局,2026-02-01,2026-01-01
                        甲五,书记,坏名册五局,部门,明川县政府,2026-02-01,2026-03-01
                        ,书记,坏名册六局,部门,明川县政府,2026-02-01,2026-01-01
                        甲七,书记,坏名册七局,部门,明川县政府,二月,2026-01-01
                        """,
                        true);
        assertThat(List.of(done.fresh(), done.faulty())).isEqualTo(List.of(0, 7));
        assertThat(size()).isEqualTo(before);
    }

    @Test
    @DisplayName("一份名册里两个新人同名：电话不同的是两人，职务写兼的是一人，分不清的不入账，等人说")
    void asksOfNamesakes() throws IOException {
        String rows =
                """
                王同名,书记,同名测试一局,部门,明川县政府,2026-02-01,2026-01-01,1361
                王同名,书记,同名测试二局,部门,明川县政府,2026-02-01,2026-01-01,1362
                赵同名,书记,同名测试三局,部门,明川县政府,2026-02-01,2026-01-01,
                赵同名,兼书记,同名测试四局,部门,明川县政府,2026-02-01,2026-01-01,
                孙同名,书记,同名测试五局,部门,明川县政府,2026-02-01,2026-01-01,
                孙同名,书记,同名测试六局,部门,明川县政府,2026-02-01,2026-01-01,
                """;
        ImportingLedger.Counted tried = run("同名.csv", rows, false);
        assertThat(List.of(tried.fresh(), tried.faulty())).isEqualTo(List.of(5, 1));
        ImportingLedger.Counted done = run("同名.csv", rows, true);
        assertThat(List.of(done.fresh(), done.faulty())).isEqualTo(List.of(5, 1));
        assertThat(people("王同名")).isEqualTo(2);
        assertThat(named("赵同名")).hasSize(2);
        assertThat(people("孙同名")).isEqualTo(1);
        ImportingLedger.Counted again = run("同名再来.csv", rows, true);
        assertThat(List.of(again.fresh(), again.unchanged(), again.faulty()))
                .isEqualTo(List.of(0, 5, 1));
    }

    private int people(String name) {
        return ledgers.ask(COUNTY, known -> known.organization().peopleNamed(name).size());
    }

    @Test
    @DisplayName("账上有的单位不用写成立；新的单位没有写的，写明要什么")
    void asksSinceOfNewBodies() throws IOException {
        ImportingLedger.Counted tried =
                run(
                        "不写成立.csv",
                        """
                        不写成立甲,专测副书记,青石街道党工委,,,2026-02-01,,
                        不写成立乙,书记,不写成立测试局,部门,明川县政府,2026-02-01,,
                        """,
                        false);
        assertThat(List.of(tried.fresh(), tried.faulty())).isEqualTo(List.of(1, 1));
    }
}
