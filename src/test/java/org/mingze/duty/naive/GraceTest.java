package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.Standing;
import org.mingze.institution.Diagnostic;
import org.mingze.institution.InstitutionFiles;
import org.mingze.institution.InstitutionFiles.SourceFile;

@DisplayName("宽限写成参数")
class GraceTest {
    private static final String DUTIES =
            """
            职责:
              - {号: 月, 谁: 党支部, 督: 党委, 据: 自定 试 D, 式: 频次, 做: 学习, 每: 月, 至少: 1, 宽限: 缓}
              - {号: 限, 谁: 起.机构, 督: 党委, 据: 自定 试 D, 式: 时限, 起: 来件, 止: 答复, 限: 5日, 末日遇休: 不顺延, 宽限: 缓}
            """;
    private final Trial county =
            Trial.under(
                    """
                    参数:
                      缓: {型: 时长, 单位: 日, 值: [{自: 2026-01-01, 值: 3日}, {自: 2026-02-10, 值: 9日}], 许设: [县, 乡镇]}
                    """
                            + DUTIES);

    private Optional<LocalDate> graceEnd(String duty, String occasion) {
        return county.verdict("2026-03-20", duty, "支1", "", occasion).graceEnd();
    }

    @Test
    @DisplayName("每期照期首那日的数，来件照来件那日的数；改了以后才来的照新数")
    void isReadOnTheDayThatGoverns() {
        long before = county.on("2026-02-09").add("来件", "机构", "支1");
        long after = county.on("2026-02-10").add("来件", "机构", "支1");

        assertThat(graceEnd("月", "2026-02")).contains(LocalDate.of(2026, 3, 3));
        assertThat(graceEnd("月", "2026-03")).contains(LocalDate.of(2026, 4, 9));
        assertThat(graceEnd("限", "件" + before)).contains(LocalDate.of(2026, 2, 17));
        assertThat(graceEnd("限", "件" + after)).contains(LocalDate.of(2026, 2, 24));
    }

    @Test
    @DisplayName("县里设了别的数，从设的那日起照县里的；宽限内做的算履行，过了才违")
    void isWhatTheCountySets() {
        county.on("2026-02-01").add("设参", "编号", "try.own", "参", "缓", "值", "1日", "自", "2026-02-01");

        assertThat(county.standing("2026-02-03", "月", "支1", "2026-01")).contains(Standing.OPEN);
        assertThat(county.standing("2026-02-04", "月", "支1", "2026-01")).contains(Standing.BREACHED);
        assertThat(county.standing("2026-03-01", "月", "支1", "2026-02")).contains(Standing.OPEN);
        assertThat(county.standing("2026-03-02", "月", "支1", "2026-02")).contains(Standing.BREACHED);

        county.on("2026-03-01").add("学习", "机构", "支1");
        assertThat(county.standing("2026-03-02", "月", "支1", "2026-02"))
                .contains(Standing.FULFILLED);
    }

    @Test
    @DisplayName("待定的未启用，说是哪个数、谁可以设")
    void keepsTheDutyInactiveWhileItIsOpen() {
        Trial open = Trial.under("参数:\n  缓: {型: 时长, 单位: 日, 值: 待定, 许设: [县]}\n" + DUTIES);
        long item = open.on("2026-01-05").add("来件", "机构", "支1");

        assertThat(open.standing("2026-02-20", "月", "支1", "2026-01")).contains(Standing.INACTIVE);
        assertThat(open.standing("2026-02-20", "限", "支1", "件" + item)).contains(Standing.INACTIVE);
        assertThat(open.verdict("2026-02-20", "月", "支1", "", "2026-01").note())
                .isEqualTo("缓待定，可由县设定");
        open.on("2026-02-20").add("设参", "编号", "try.own", "参", "缓", "值", "1日", "自", "2026-02-20");
        assertThat(open.verdict("2026-02-21", "月", "支1", "", "2026-01").note())
                .as("后来才设定的，说从哪天起")
                .isEqualTo("缓待定，2026-02-20起才有设定");
    }

    private static List<String> faults(String parameter) {
        String text =
                TrialInstitutions.head("try.own", "2026-01-01")
                        + "参数:\n  缓: "
                        + parameter
                        + "\n"
                        + DUTIES;
        return InstitutionFiles.read(
                        List.of(
                                new SourceFile("词汇.yaml", TrialInstitutions.VOCABULARY),
                                new SourceFile("制度.yaml", text)))
                .diagnostics()
                .stream()
                .map(Diagnostic::render)
                .toList();
    }

    @Test
    @DisplayName("参数不是时长，或以小时计，指着宽限那一格说")
    void refusesANumberOfAnotherUnit() {
        assertThat(faults("{型: 整, 值: 3, 许设: 县}"))
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault).contains("此处要时长，参数“缓”是整"));
        assertThat(faults("{型: 时长, 单位: 小时, 值: 3小时, 许设: 县}"))
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault).contains("宽限不能以“小时”计"));
        assertThat(faults("{型: 时长, 单位: 日, 值: 3日, 许设: 县}")).isEmpty();
    }
}
