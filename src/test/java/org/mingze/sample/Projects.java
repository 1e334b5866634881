package org.mingze.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// 项目 — public works with their milestones: one finished late, one overdue, one begun before it
/// stood in the year's plan.
final class Projects {
    private static final String LATE = "城北堤防加固";
    private static final String OVERDUE = "县养老服务中心改造";
    private static final String UNPLANNED = "云坪村道路硬化";
    private static final String BEGUN = "开工";

    private final County county;
    private final Manifest manifest;
    private final Random random = County.random("项目");
    private final Map<String, Project> projects = new HashMap<>();
    private final Map<String, Ref> milestones = new HashMap<>();

    Projects(County county) {
        this.county = county;
        this.manifest = county.manifest();
    }

    private record Project(Ref ref, String body, String clerk) {}

    void write() {
        Pools.lines("projects").forEach(line -> register(line.split("\\|", -1)));
        Pools.lines("milestones").forEach(line -> reach(line.split("\\|", -1)));
        letter();
        expect();
    }

    /// What is late by half a month gets a letter from the county's supervision.
    private void letter() {
        county.perform(
                "督办",
                LocalDate.of(2026, 10, 16),
                "mingchuan.duchashi.head",
                random,
                Fields.of("机构", "mingchuan.duchashi", "类", "督办", "缘", project(LATE).ref())
                        .and("向", project(LATE).body(), "理由", "逾期未办"));
    }

    private void register(String[] words) {
        LocalDate day = county.workingDayFrom(LocalDate.parse(words[6]));
        Ref ref =
                county.reportAtOnce(
                        "项目",
                        day,
                        words[2],
                        random,
                        Fields.of("机构", words[1], "类", "政府投资", "名", words[0], "代码", words[3])
                                .and("估算", words[4], "概算", words[5], "计划竣工", words[7]));
        projects.put(words[0], new Project(ref, words[1], words[2]));
    }

    private void reach(String[] words) {
        Project project = project(words[0]);
        Ref ref =
                county.reportAtOnce(
                        "节点",
                        LocalDate.parse(words[3]),
                        project.clerk(),
                        random,
                        Fields.of("机构", project.body(), "项目", project.ref(), "步", words[1])
                                .and("计划日", words[2]));
        milestones.put(words[0] + words[1], ref);
    }

    private void expect() {
        Project late = project(LATE);
        Project overdue = project(OVERDUE);
        manifest.expect(
                "计划9月30日竣工，10月22日才验收", Rule.FINISHED, "迟履", "谁", late.body(), "件", late.ref());
        manifest.expect(
                "计划11月10日竣工，到期没有验收", Rule.FINISHED, "违", "谁", overdue.body(), "件", overdue.ref());
        manifest.expect(
                "没有列入年度计划就开工",
                Rule.PLANNED_FIRST,
                "违",
                "谁",
                project(UNPLANNED).body(),
                "件",
                Objects.requireNonNull(milestones.get(UNPLANNED + BEGUN)));
    }

    private Project project(String name) {
        return Objects.requireNonNull(projects.get(name), name);
    }
}
