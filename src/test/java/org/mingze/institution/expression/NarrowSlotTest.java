package org.mingze.institution.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.institution.expression.Expression.Checked;
import org.mingze.institution.expression.Expression.Fault;

@DisplayName("不许用某些函数的一栏")
class NarrowSlotTest {
    /// The fields of 会议, without 期内 and without the functions over lists that sum.
    private static final class Narrow implements Names {
        private final Names wide = new SampleNames("会议");

        @Override
        public Optional<Type> type(String name) {
            return wide.type(name);
        }

        @Override
        public Set<String> visible() {
            return wide.visible();
        }

        @Override
        public Optional<Type> field(String recordType, String field) {
            return wide.field(recordType, field);
        }

        @Override
        public Set<String> fields(String recordType) {
            return wide.fields(recordType);
        }

        @Override
        public Set<String> recordTypes() {
            return wide.recordTypes();
        }

        @Override
        public Optional<Set<String>> duties() {
            return Optional.of(Set.of("学习.月"));
        }

        @Override
        public boolean allows(String function) {
            return !Set.of("期内", "和").contains(function);
        }
    }

    private static Checked check(String source) {
        return Expression.check(source, new Narrow(), Optional.empty());
    }

    private static Fault fault(String source) {
        return ((Checked.Faulty) check(source)).faults().getFirst();
    }

    @Test
    @DisplayName("用了不许的函数就报，许的照用")
    void refusesTheFunctionsThatItDoesNotAllow() {
        assertThat(fault("计(期内(会议)) > 1").message()).isEqualTo("这里不能用函数“期内”");
        assertThat(fault("和(议程, a -> a.序) > 1").message()).isEqualTo("这里不能用函数“和”");
        assertThat(check("计(往(会议)) > 1")).isInstanceOf(Checked.Sound.class);
    }

    @Test
    @DisplayName("指标一栏可以数职责，数了就问到此外")
    void countsTheDutiesThatItKnows() {
        Checked checked = check("计(履(学习.月)) > 1");

        assertThat(checked).isInstanceOf(Checked.Sound.class);
        assertThat(((Checked.Sound) checked).expression().asksBeyond()).isTrue();
        assertThat(fault("计(履(学习.年)) > 1").message()).contains("学习.年");
    }

    @Test
    @DisplayName("机构和岗位各有各的成员，人没有")
    void knowsTheMembersOfBodiesAndPosts() {
        for (String sound :
                Set.of(
                        "机构.类 = \"党委\"",
                        "机构.级 = \"县\"",
                        "机构.地 = \"330199\"",
                        "机构.名 = \"县委\"",
                        "机构.负责人 = 主持",
                        "主持.职 = \"书记\"",
                        "主持.级 = \"县\"",
                        "主持.名 = \"书记\"",
                        "主持.机构 = 机构")) {
            assertThat(check(sound)).as(sound).isInstanceOf(Checked.Sound.class);
        }
        assertThat(fault("机构.职 = \"书记\"").code()).isEqualTo("expression.field");
        assertThat(fault("主持.类 = \"党委\"").code()).isEqualTo("expression.field");
        assertThat(fault("任者(主持).名 = \"某\"").code()).isEqualTo("expression.field");
    }
}
