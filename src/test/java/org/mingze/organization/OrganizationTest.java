package org.mingze.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;

@DisplayName("机构史")
class OrganizationTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate REORGANIZED = LocalDate.of(2026, 3, 1);
    private static final LocalDate BEFORE = REORGANIZED.minusDays(1);

    private final Organization organization = new Organization();
    private long number;

    @BeforeEach
    void setUp() {
        body("county", "明川县委", "党委", "县", "");
        body("street", "青石街道党工委", "党工委", "乡镇", "county");
        body("town", "柳河镇党委", "党委", "乡镇", "county");
        body("willow", "柳巷社区", "村社区", "村", "street");
        body("bridge", "南桥社区", "村社区", "村", "town");
        post("street.secretary", "青石街道党工委书记", "street", "书记");
        post("street.deputy", "青石街道党工委副书记", "street", "副书记");
        post("street.member", "青石街道党工委委员", "street", "班子成员");
        post("willow.secretary", "柳巷社区书记", "willow", "村社区书记");
        person("p001", "周砚田");
        person("p002", "陆知行");
        person("p003", "苏望舒");
    }

    @Test
    @DisplayName("任职从当日起，卸任到当日止")
    void holdsFromTheFirstDayThroughTheLast() {
        act("任", "2025-02-01", "人", "p001", "岗", "street.secretary");
        act("卸", "2025-06-30", "人", "p001", "岗", "street.secretary");

        assertThat(holder("street.secretary", "2025-01-31")).isEmpty();
        assertThat(holder("street.secretary", "2025-02-01")).contains("p001");
        assertThat(holder("street.secretary", "2025-06-30")).contains("p001");
        assertThat(holder("street.secretary", "2025-07-01")).isEmpty();
    }

    @Test
    @DisplayName("新任到任之日，前任止于前一日")
    void handsOver() {
        act("任", "2025-02-01", "人", "p001", "岗", "street.secretary");
        act("任", "2025-08-01", "人", "p002", "岗", "street.secretary");

        assertThat(holder("street.secretary", "2025-07-31")).contains("p001");
        assertThat(holder("street.secretary", "2025-08-01")).contains("p002");
        assertThat(organization.tenuresOf("street.secretary"))
                .isEqualTo(
                        List.of(
                                new Tenure(
                                        "p001",
                                        "street.secretary",
                                        LocalDate.of(2025, 2, 1),
                                        Optional.of(LocalDate.of(2025, 7, 31))),
                                new Tenure(
                                        "p002",
                                        "street.secretary",
                                        LocalDate.of(2025, 8, 1),
                                        Optional.empty())));
    }

    @Test
    @DisplayName("先卸后任同在一日，当日归新任")
    void givesTheDayOfChangeToTheSuccessor() {
        act("任", "2025-02-01", "人", "p001", "岗", "street.secretary");
        act("卸", "2025-08-01", "人", "p001", "岗", "street.secretary");
        act("任", "2025-08-01", "人", "p002", "岗", "street.secretary");

        assertThat(holder("street.secretary", "2025-08-01")).contains("p002");
        assertThat(organization.postsOf("p001", LocalDate.of(2025, 8, 1))).isEmpty();
    }

    @Test
    @DisplayName("补录的任职不论先后，结果一样")
    void doesNotMindTheOrderOfArrival() {
        act("任", "2025-08-01", "人", "p002", "岗", "street.secretary");
        act("任", "2025-02-01", "人", "p001", "岗", "street.secretary");

        assertThat(holder("street.secretary", "2025-07-31")).contains("p001");
        assertThat(holder("street.secretary", "2025-08-01")).contains("p002");
    }

    @Test
    @DisplayName("一人可任几个岗位")
    void letsOnePersonHoldSeveralPosts() {
        act("任", "2025-02-01", "人", "p003", "岗", "street.member");
        act("任", "2025-03-01", "人", "p003", "岗", "willow.secretary");

        assertThat(organization.postsOf("p003", LocalDate.of(2025, 2, 15)))
                .extracting(Post::code)
                .containsExactly("street.member");
        assertThat(organization.postsOf("p003", LocalDate.of(2025, 3, 1)))
                .extracting(Post::code)
                .containsExactly("street.member", "willow.secretary");
    }

    @Test
    @DisplayName("改组前后的下级各按当日回答")
    void answersSubordinatesAsOfTheDay() {
        act("机构变更", "2026-03-01", "机构", "bridge", "属", "street", "名", "南桥新社区");

        assertThat(organization.subordinates("street", BEFORE))
                .extracting(Body::name)
                .containsExactly("柳巷社区");
        assertThat(organization.subordinates("street", REORGANIZED))
                .extracting(Body::name)
                .containsExactly("南桥新社区", "柳巷社区");
        assertThat(organization.subordinates("town", REORGANIZED)).isEmpty();
        assertThat(organization.superior("bridge", BEFORE).map(Body::code)).contains("town");
        assertThat(organization.subtree("county", REORGANIZED)).hasSize(5);
        assertThat(organization.findBody("南桥社区", BEFORE)).contains("bridge");
        assertThat(organization.findBody("南桥社区", REORGANIZED)).isEmpty();
        assertThat(organization.findBody("南桥新社区", REORGANIZED)).contains("bridge");
    }

    @Test
    @DisplayName("机构撤销之日起，岗位和任职都不在了")
    void endsPostsWithTheirBody() {
        act("任", "2025-02-01", "人", "p003", "岗", "willow.secretary");
        act("撤销机构", "2026-03-01", "机构", "willow", "并入", "bridge");

        assertThat(organization.body("willow", BEFORE)).isPresent();
        assertThat(organization.body("willow", REORGANIZED)).isEmpty();
        assertThat(organization.post("willow.secretary", REORGANIZED)).isEmpty();
        assertThat(organization.holder("willow.secretary", BEFORE)).contains("p003");
        assertThat(organization.holder("willow.secretary", REORGANIZED)).isEmpty();
        assertThat(organization.postsOf("p003", REORGANIZED)).isEmpty();
        assertThat(organization.establishedOn("willow")).contains(START);
    }

    @Test
    @DisplayName("并入以后由并入的机构接着办，再并一次跟着走；不在了的还叫得出最后的名字")
    void passesOnToItsSuccessor() {
        act("撤销机构", "2026-03-01", "机构", "willow", "并入", "bridge");
        act("撤销机构", "2026-05-01", "机构", "bridge", "并入", "street");

        LocalDate later = LocalDate.of(2026, 5, 1);
        assertThat(organization.carriedOnBy("willow", BEFORE)).contains("willow");
        assertThat(organization.carriedOnBy("willow", REORGANIZED)).contains("bridge");
        assertThat(organization.carriedOnBy("willow", later)).contains("street");
        assertThat(organization.carriedOn("street", later)).containsExactly("bridge", "willow");
        assertThat(organization.formerBelow("town", later)).containsExactly("bridge");
        assertThat(organization.lastBody("willow", later).map(Body::name)).contains("柳巷社区");
        assertThat(organization.lastPost("willow.secretary", later).map(Post::name))
                .contains("柳巷社区书记");
    }

    @Test
    @DisplayName("负责人与班子按职次排列")
    void ranksTheLeadingTeam() {
        assertThat(organization.headPost("street", START).map(Post::code))
                .contains("street.secretary");
        assertThat(organization.leadingTeam("street", START))
                .extracting(Post::title)
                .containsExactly("书记", "副书记", "班子成员");
        assertThat(organization.headPost("willow", START).map(Post::title)).contains("村社区书记");
        assertThat(organization.headPost("town", START)).isEmpty();
    }

    @Test
    @DisplayName("编入的人和任职的人都是党员，编出到当日止")
    void countsMembers() {
        act("编入", "2025-02-01", "人", "p001", "机构", "willow");
        act("任", "2025-02-01", "人", "p003", "岗", "willow.secretary");
        act("编出", "2025-06-30", "人", "p001", "机构", "willow");

        assertThat(organization.members("willow", LocalDate.of(2025, 6, 30)))
                .containsExactly("p001", "p003");
        assertThat(organization.members("willow", LocalDate.of(2025, 7, 1)))
                .containsExactly("p003");
    }

    @Test
    @DisplayName("名称只认当日唯一的一个")
    void findsByName() {
        person("p009", "陆知行");
        body("bridge2", "南桥社区", "村社区", "村", "street");

        assertThat(organization.findPerson("周砚田")).contains("p001");
        assertThat(organization.findPerson("p001")).contains("p001");
        assertThat(organization.findPerson("陆知行")).isEmpty();
        assertThat(organization.findBody("南桥社区", START)).isEmpty();
        assertThat(organization.findPost("柳巷社区书记", START)).contains("willow.secretary");
        assertThat(organization.findPost("柳巷社区书记", START.minusDays(1))).isEmpty();
    }

    @Test
    @DisplayName("撤销一笔任职，等于没有任过")
    void withdraws() {
        act("任", "2025-02-01", "人", "p001", "岗", "street.secretary");
        act("任", "2025-08-01", "人", "p002", "岗", "street.secretary");

        organization.withdraw(number);

        assertThat(holder("street.secretary", "2025-08-01")).contains("p001");
        assertThat(organization.changeDays(START.plusDays(1), REORGANIZED))
                .containsExactly(LocalDate.of(2025, 2, 1));
    }

    @Test
    @DisplayName("卸任在次日显出变化")
    void saysOnWhichDaysThingsChange() {
        act("任", "2025-02-01", "人", "p001", "岗", "street.secretary");
        act("卸", "2025-06-30", "人", "p001", "岗", "street.secretary");

        assertThat(organization.changeDays(START.plusDays(1), REORGANIZED))
                .containsExactly(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 7, 1));
    }

    @Test
    @DisplayName("不认识的机构、岗位、人员说得清楚")
    void explainsWhatIsUnknown() {
        assertFault("没有机构“nowhere”", "岗位", "号", "x", "名", "x", "于", "nowhere", "职", "书记");
        assertFault("没有岗位“nothing”", "任", "人", "p001", "岗", "nothing");
        assertFault("没有登记过人员“p404”", "任", "人", "p404", "岗", "street.secretary");
        assertFault("不在“青石街道党工委书记”任上", "卸", "人", "p001", "岗", "street.secretary");
        assertFault("机构代码“street”已经用过", "机构", "号", "street", "名", "x", "类", "党工委");
        assertFault("不能反过来做它的上级", "机构变更", "机构", "street", "属", "willow");
        assertFault("没有写“岗”", "任", "人", "p001");
    }

    @Test
    @DisplayName("别的账目不理会")
    void leavesOtherEntriesAlone() {
        act("学习", "2025-02-01", "机构", "nowhere");

        assertThat(organization.changeDays(START.plusDays(1), REORGANIZED)).isEmpty();
        assertThat(Organization.isOrganizationAct("学习")).isFalse();
        assertThat(Organization.isOrganizationAct("任")).isTrue();
    }

    @Test
    @DisplayName("岗位可以改名、改属、改分管")
    void changesPosts() {
        act("岗位变更", "2026-03-01", "岗", "street.member", "于", "town", "分管", "bridge");

        assertThat(organization.postsIn("street", BEFORE)).hasSize(3);
        assertThat(organization.postsIn("street", REORGANIZED)).hasSize(2);
        assertThat(organization.post("street.member", REORGANIZED).map(Post::inChargeOf))
                .contains(List.of("bridge"));
    }

    private void assertFault(String sentence, String kind, String... fields) {
        assertThatThrownBy(() -> act(kind, "2025-02-01", fields))
                .isInstanceOf(OrganizationFault.class)
                .hasMessageContaining(sentence);
    }

    private Optional<String> holder(String post, String day) {
        return organization.holder(post, LocalDate.parse(day));
    }

    private void body(String code, String name, String kind, String level, String parent) {
        if (parent.isEmpty()) {
            act("机构", START.toString(), "号", code, "名", name, "类", kind, "级", level);
        } else {
            act("机构", START.toString(), "号", code, "名", name, "类", kind, "级", level, "属", parent);
        }
    }

    private void post(String code, String name, String body, String title) {
        act("岗位", START.toString(), "号", code, "名", name, "于", body, "职", title);
    }

    private void person(String code, String name) {
        act("人员", START.toString(), "号", code, "名", name);
    }

    private void act(String kind, String day, String... fields) {
        Map<String, Content> content = new LinkedHashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            content.put(fields[at], new Content.Text(fields[at + 1]));
        }
        Draft draft =
                new Draft(
                        kind,
                        Occurred.parse(day),
                        Recorder.SETUP,
                        EntryMode.REPORTED,
                        new Content.Group(content));
        number++;
        organization.apply(
                Entry.of(number, draft, Instant.parse("2025-09-30T00:00:00Z").plusSeconds(number)));
    }
}
