package org.mingze.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// 信访 — letters and visits: received, accepted, answered in writing.
final class Petitions {
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
    private static final List<String> GIVEN =
            List.of("某甲", "某乙", "某丙", "某丁", "某戊", "某己", "某庚", "某辛");

    private static final List<String> REQUESTS = Pools.lines("requests");

    private final County county;
    private final Random random;

    Petitions(County county, String flow) {
        this.county = county;
        this.random = County.random(flow);
    }

    /// 一件信访 — where it came in, who handles it, and how many days each step took.
    record Case(
            String body, String clerk, LocalDate received, int acceptedAfter, int answeredAfter) {}

    /// 已受理 — a petition and its acceptance.
    record Accepted(Ref submission, Ref acceptance, LocalDate day) {}

    void run(Case petition) {
        Ref submission = receive(petition);
        Accepted accepted = accept(petition, submission);
        answer(petition, accepted);
    }

    Ref receive(Case petition) {
        int people = 1 + random.nextInt(4);
        String name =
                SURNAMES.charAt(random.nextInt(SURNAMES.length()))
                        + GIVEN.get(random.nextInt(GIVEN.size()));
        return county.reportAtOnce(
                "来件",
                petition.received(),
                petition.clerk(),
                random,
                Fields.of("机构", petition.body(), "类", "信访", "人", name, "人数", people)
                        .and("代表数", people, "收日", petition.received())
                        .and("诉求", request(petition)));
    }

    /// Neighbouring days bring different requests, the same day the same.
    private static String request(Case petition) {
        long day = petition.received().toEpochDay();
        return REQUESTS.get((int) (day * 7 % REQUESTS.size()));
    }

    Accepted accept(Case petition, Ref submission) {
        LocalDate day =
                county.workingDayFrom(petition.received().plusDays(petition.acceptedAfter()));
        LocalDate inTime = petition.received().plusDays(14);
        if (petition.acceptedAfter() <= 14 && day.isAfter(inTime)) {
            day = county.workingDayBefore(inTime);
        }
        if (!County.isCovered(day)) {
            return new Accepted(submission, submission, day);
        }
        Ref acceptance =
                county.perform(
                        "受理",
                        day,
                        petition.clerk(),
                        random,
                        Fields.of("机构", petition.body(), "件", submission)
                                .and("受理否", true, "告知", true));
        return new Accepted(submission, acceptance, day);
    }

    Ref answer(Case petition, Accepted accepted) {
        LocalDate day = county.workingDayFrom(accepted.day().plusDays(petition.answeredAfter()));
        if (!County.isCovered(day)) {
            return accepted.acceptance();
        }
        return county.report(
                "答复",
                day,
                petition.clerk(),
                random,
                Fields.of("机构", petition.body(), "件", accepted.submission(), "类", "处理意见")
                        .and("送达日", day, "人", List.of(petition.clerk()))
                        .and("满意", random.nextInt(5) > 0, "书面", true)
                        .and("附", List.of(county.attachments().ledgerCopy())));
    }
}
