package org.mingze.duty.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.duty.AsOf;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Institution;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Value;
import org.mingze.institution.expression.Value.Reference;
import org.mingze.institution.expression.Value.Series;
import org.mingze.institution.expression.Value.Text;
import org.mingze.institution.expression.Value.Truth;
import org.mingze.institution.expression.Value.Unknown;
import org.mingze.organization.Organization;
import org.mingze.work.Enactment;
import org.mingze.work.Knowledge;

@DisplayName("一个县里，机构、岗位、人和角色问得到什么")
class WorldOfACountyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    private final Trial county = county();
    private final Knowledge known = Knowledge.of(county.entries(), Comparison.CALENDAR);
    private final Organization organization = known.organization();
    private final Institution institution =
            known.rules().inForce("try.coverage", DAY).map(Enactment::institution).orElseThrow();
    private final Situation situation = Situation.of(new AsOf(known, DAY), institution, DAY);

    private static Trial county() {
        Trial county = new Trial("try.coverage");
        county.on(Trial.SETUP)
                .add("机构", "号", "镇2", "名", "二镇", "类", "党委", "级", "乡镇", "属", "县", "地", "330102");
        county.on(Trial.SETUP)
                .add("岗位", "号", "副书", "名", "镇副书记", "于", "镇1", "职", "副书记", "分管", "支1|");
        county.on(Trial.SETUP).add("岗位", "号", "县书", "名", "县委书记", "于", "县", "职", "书记");
        county.on(Trial.SETUP).add("人员", "号", "丙", "名", "丙");
        county.on(Trial.SETUP).add("任", "人", "乙", "岗", "镇书");
        county.on(Trial.SETUP).add("编入", "人", "丙", "机构", "支1");
        return county;
    }

    private Value member(Reference of, String name) {
        return situation.world().member(of, name);
    }

    private Value asked(String function, Value... arguments) {
        return situation.world().organization(function, List.of(arguments));
    }

    @Test
    @DisplayName("机构有类、级、地、名、负责人，没有的不详")
    void tellsTheMembersOfABody() {
        Reference town = Reference.body("镇2");
        assertThat(member(town, "类")).isEqualTo(new Text("党委"));
        assertThat(member(town, "级")).isEqualTo(new Text("乡镇"));
        assertThat(member(town, "地")).isEqualTo(new Text("330102"));
        assertThat(member(town, "名")).isEqualTo(new Text("二镇"));
        assertThat(member(Reference.body("镇1"), "负责人")).isEqualTo(Reference.post("镇书"));
        assertThat(member(town, "负责人")).isInstanceOf(Unknown.class);
        assertThat(member(Reference.body("镇1"), "地")).isInstanceOf(Unknown.class);
        assertThat(member(town, "职")).isEqualTo(new Unknown("职不详"));
        assertThat(member(Reference.body("镇9"), "类")).isEqualTo(new Unknown("类不详"));
    }

    @Test
    @DisplayName("岗位有机构、职、名、级，人只有名")
    void tellsTheMembersOfAPostAndAPerson() {
        Reference deputy = Reference.post("副书");
        assertThat(member(deputy, "机构")).isEqualTo(Reference.body("镇1"));
        assertThat(member(deputy, "职")).isEqualTo(new Text("副书记"));
        assertThat(member(deputy, "名")).isEqualTo(new Text("镇副书记"));
        assertThat(member(deputy, "级")).isEqualTo(new Text("乡镇"));
        assertThat(member(deputy, "地")).isEqualTo(new Unknown("地不详"));
        assertThat(member(Reference.post("无岗"), "职")).isEqualTo(new Unknown("职不详"));
        assertThat(member(Reference.person("丙"), "名")).isEqualTo(new Text("丙"));
        assertThat(member(Reference.person("丁"), "名")).isEqualTo(new Unknown("名不详"));
    }

    @Test
    @DisplayName("上下级、班子、党员、分管、任者各问各的")
    void answersWhatIsAskedOfTheOrganization() {
        Reference town = Reference.body("镇1");
        assertThat(asked("上级", town)).isEqualTo(Reference.body("县"));
        assertThat(asked("上级", Reference.body("县"))).isInstanceOf(Unknown.class);
        assertThat(asked("下级", Reference.body("县")))
                .isEqualTo(new Series(List.of(Reference.body("镇1"), Reference.body("镇2"))));
        assertThat(asked("班子", town))
                .isEqualTo(new Series(List.of(Reference.post("镇书"), Reference.post("副书"))));
        assertThat(asked("党员", Reference.body("支1")))
                .isEqualTo(new Series(List.of(Reference.person("丙"), Reference.person("甲"))));
        assertThat(asked("负责人", town)).isEqualTo(Reference.post("镇书"));
        assertThat(asked("负责人", new Series(List.of(town, Reference.body("镇2")))))
                .isEqualTo(new Series(List.of(Reference.post("镇书"))));
        assertThat(asked("分管", Reference.post("副书")))
                .isEqualTo(new Series(List.of(Reference.body("支1"))));
        assertThat(asked("任者", Reference.post("镇书"))).isEqualTo(Reference.person("乙"));
        assertThat(asked("任者", Reference.post("副书"))).isInstanceOf(Unknown.class);
        assertThat(asked("岗于", Reference.person("乙")))
                .isEqualTo(new Series(List.of(Reference.post("镇书"))));
        assertThat(asked("未有", town)).isEqualTo(new Unknown("未有不详"));
        assertThat(asked("上级", new Text("县"))).isEqualTo(new Unknown("上级不详"));
        assertThat(asked("上级", new Unknown("机构未填"))).isEqualTo(new Unknown("机构未填"));
        assertThat(asked("上级")).isEqualTo(new Unknown("上级缺参"));
    }

    @Test
    @DisplayName("高于看机构的级，人看他最高的岗")
    void comparesLevels() {
        Reference head = Reference.post("县书");
        Reference town = Reference.post("镇书");
        assertThat(asked("高于", head, town)).isEqualTo(Truth.TRUE);
        assertThat(asked("高于", town, head)).isEqualTo(Truth.FALSE);
        assertThat(asked("高于", town, Reference.post("副书"))).isEqualTo(Truth.FALSE);
        assertThat(asked("高于", head, Reference.person("乙"))).isEqualTo(Truth.TRUE);
        assertThat(asked("高于", Reference.post("支书"), Reference.person("乙"))).isEqualTo(Truth.FALSE);
        assertThat(asked("高于", head, Reference.post("支书"))).isEqualTo(Truth.TRUE);
        assertThat(asked("高于", head, Reference.person("丙"))).isEqualTo(new Unknown("级不详"));
        assertThat(asked("高于", head)).isEqualTo(new Unknown("高于缺参"));
    }

    private static Role bodies(Set<String> kinds, Set<String> levels, Optional<String> place) {
        return new Role("试", Optional.empty(), kinds, levels, place);
    }

    private static Role posts(Set<String> titles, Set<String> kinds, Set<String> levels) {
        return new Role("试", Optional.of(titles), kinds, levels, Optional.empty());
    }

    private void assertMembers(Role role, Reference... expected) {
        List<Reference> members = Bearers.members(role, institution, organization, DAY);
        assertThat(members).containsExactlyInAnyOrder(expected);
        for (Reference one :
                List.of(
                        Reference.body("县"),
                        Reference.body("镇1"),
                        Reference.body("镇2"),
                        Reference.body("支1"),
                        Reference.body("无"),
                        Reference.post("县书"),
                        Reference.post("镇书"),
                        Reference.post("副书"),
                        Reference.post("支书"),
                        Reference.post("无"),
                        Reference.person("乙"))) {
            assertThat(Bearers.isMember(one, role, institution, organization, DAY))
                    .as(one.toString())
                    .isEqualTo(members.contains(one));
        }
    }

    @Test
    @DisplayName("角色按类、级、地、职选，制度不适用的不在内")
    void selectsTheMembersOfARole() {
        assertMembers(
                bodies(Set.of("党委"), Set.of(), Optional.empty()),
                Reference.body("镇1"),
                Reference.body("镇2"));
        assertMembers(bodies(Set.of("党委"), Set.of("县"), Optional.empty()));
        assertMembers(bodies(Set.of("党支部"), Set.of(), Optional.empty()), Reference.body("支1"));
        assertMembers(bodies(Set.of(), Set.of(), Optional.of("3301*")), Reference.body("镇2"));
        assertMembers(bodies(Set.of(), Set.of(), Optional.of("330102")), Reference.body("镇2"));
        assertMembers(bodies(Set.of(), Set.of(), Optional.of("3301")));
        assertMembers(
                posts(Set.of("书记"), Set.of(), Set.of()),
                Reference.post("镇书"),
                Reference.post("支书"));
        assertMembers(
                posts(Set.of(), Set.of("党委"), Set.of("乡镇")),
                Reference.post("镇书"),
                Reference.post("副书"));
        assertMembers(posts(Set.of("副书记"), Set.of("党支部"), Set.of()));
    }

    @Test
    @DisplayName("往上找最近的一个：自己、自己的岗、直属的下级，再到上级")
    void findsTheNearestMember() {
        Role county = bodies(Set.of("党委"), Set.of("县"), Optional.empty());
        Role party = bodies(Set.of("党委"), Set.of(), Optional.empty());
        Role branch = bodies(Set.of("党支部"), Set.of(), Optional.empty());
        Role deputy = posts(Set.of("副书记"), Set.of(), Set.of());

        assertThat(nearest(county, "支1")).contains(Reference.body("县"));
        assertThat(nearest(party, "支1")).contains(Reference.body("镇1"));
        assertThat(nearest(branch, "镇1")).contains(Reference.body("支1"));
        assertThat(nearest(branch, "县")).isEmpty();
        assertThat(nearest(deputy, "支1")).contains(Reference.post("副书"));
        assertThat(nearest(deputy, "镇2")).isEmpty();
        assertThat(Bearers.nearest(party, Optional.empty(), organization, DAY)).isEmpty();
    }

    private Optional<Reference> nearest(Role role, String from) {
        return Bearers.nearest(role, Optional.of(from), organization, DAY);
    }
}
