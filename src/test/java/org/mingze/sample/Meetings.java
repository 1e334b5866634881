package org.mingze.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.mingze.journal.Occurred;
import org.mingze.organization.Post;

/// 会议 — how a leading team meets: the first item is study, the head speaks last, ayes are counted.
final class Meetings {
    private final County county;
    private final Random random;

    Meetings(County county, String flow) {
        this.county = county;
        this.random = County.random(flow);
    }

    /// 议题 — one item of an agenda, before it is discussed.
    record Item(String kind, List<String> subjects, String name, Optional<Ref> matter) {
        static Item firstItem(String name) {
            return new Item("学习", List.of("第一议题"), name, Optional.empty());
        }

        static Item notice(String name) {
            return new Item("通报", List.of(), name, Optional.empty());
        }

        static Item work(String name) {
            return new Item("部署", List.of(), name, Optional.empty());
        }

        static Item topic(String subject, String name) {
            return new Item("专题研究", List.of(subject), name, Optional.empty());
        }

        static Item decision(String name, Ref matter) {
            return new Item("决策", List.of(), name, Optional.of(matter));
        }

        boolean isVoted() {
            return kind.equals("决策") || kind.equals("人事");
        }
    }

    /// 开法 — what goes wrong in a meeting, if anything.
    enum Manner {
        PROPER,
        HEAD_SPEAKS_FIRST,
        TOO_FEW_AYES
    }

    Ref hold(String body, String kind, LocalDate day, String clerk, List<Item> items) {
        return hold(body, kind, day, clerk, items, Manner.PROPER);
    }

    Ref hold(
            String body,
            String kind,
            LocalDate day,
            String clerk,
            List<Item> items,
            Manner manner) {
        List<Post> team = county.organization().leadingTeam(body, day);
        int absent = team.size() > 5 && random.nextInt(4) == 0 ? team.size() - 1 : team.size();
        List<Post> present = team.subList(0, absent);
        List<Fields> agenda = new ArrayList<>();
        for (Item item : items) {
            agenda.add(discuss(item, agenda.size() + 1, day, team, present, manner));
        }
        Fields fields =
                Fields.of("机构", body, "类", kind, "主持", team.getFirst().code())
                        .and("应到", team.size(), "实到", present.size())
                        .and("到会", attendance(team, present, day), "议程", agenda)
                        .and("附", List.of(county.attachments().minutes()));
        LocalTime time = random.nextBoolean() ? LocalTime.of(9, 0) : LocalTime.of(14, 30);
        Occurred occurred = new Occurred(day, Optional.of(time));
        return county.report("会议", occurred, clerk, random, fields);
    }

    private List<Fields> attendance(List<Post> team, List<Post> present, LocalDate day) {
        return team.stream()
                .map(
                        post ->
                                Fields.of(
                                        "人",
                                        county.holder(post.code(), day),
                                        "身份",
                                        "班子成员",
                                        "态",
                                        present.contains(post) ? "出席" : "请假"))
                .toList();
    }

    private Fields discuss(
            Item item,
            int place,
            LocalDate day,
            List<Post> team,
            List<Post> present,
            Manner manner) {
        Fields fields =
                Fields.of("序", place, "类", item.kind(), "题", item.subjects(), "名", item.name())
                        .and("临时", false);
        if (!item.isVoted()) {
            return fields.and("决定", "听取", "多数意见", "听取", "发言", List.of());
        }
        item.matter().ifPresent(matter -> fields.and("事项", matter));
        int against = against(team, present, manner);
        fields.and("决定", "通过", "多数意见", "通过");
        fields.and("发言", speeches(present, day, against, manner));
        if (against > 0) {
            fields.and("异议", "建议先核实资金来源，再定实施时间。");
        }
        return fields.and(
                "表决",
                Fields.of("方式", "口头", "赞成", present.size() - against)
                        .and("反对", against, "弃权", 0, "缓议", 0));
    }

    private int against(List<Post> team, List<Post> present, Manner manner) {
        return switch (manner) {
            case PROPER, HEAD_SPEAKS_FIRST ->
                    present.size() == team.size() && team.size() > 5 && random.nextInt(6) == 0
                            ? 1
                            : 0;
            case TOO_FEW_AYES -> present.size() - team.size() / 2;
        };
    }

    private List<Fields> speeches(List<Post> present, LocalDate day, int against, Manner manner) {
        List<Post> order = new ArrayList<>(present.subList(1, present.size()));
        if (manner == Manner.HEAD_SPEAKS_FIRST) {
            order.addFirst(present.getFirst());
        } else {
            order.addLast(present.getFirst());
        }
        List<Fields> speeches = new ArrayList<>();
        int dissenting = against;
        for (Post post : order) {
            boolean head = post.equals(present.getFirst());
            boolean dissents = !head && dissenting > 0;
            dissenting -= dissents ? 1 : 0;
            speeches.add(
                    Fields.of(
                            "人",
                            county.holder(post.code(), day),
                            "序",
                            speeches.size() + 1,
                            "意见",
                            dissents ? "不同意" : "同意"));
        }
        return speeches;
    }
}
