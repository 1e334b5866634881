package org.mingze.assessment.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingze.assessment.ShowingPage;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.work.EntryCheck;

/// 画上报汇总 — the agreements that stand, what crosses, and the form of a new one.
///
/// @param typed  what a form sent, that did not enter
/// @param faults  by the name of the field that bears them
/// @param refusal said to a form that had entered, was gone back to and changed
record ShowingView(
        List<Showing> standing,
        Map<String, String> typed,
        List<EntryCheck.Fault> faults,
        Optional<Refusal> refusal) {
    static final String SUPERIOR = "上级";
    static final String DAY = "日";
    static final String DOCUMENT = "文";

    private static final List<String> CROSSING =
            List.of(
                    "按月、按县级乡镇村各级、按职责门类：到期几项，按期、迟、违、缺据各几项，算了几笔记录",
                    "信访办理这一门类的同样几个数，对着限期",
                    "问题：没有办结、已办结、复发各几件",
                    "记录：录了几笔，迟录几笔",
                    "数的时间，数到账上第几笔，那时的树根");

    ShowingPage page(LocalDate today) {
        return new ShowingPage(
                new Heading(
                        List.of(new Link("驾驶舱", "/overview"), new Link("上报汇总", "")),
                        standing.isEmpty() ? "汇总没有报给任何上级" : "汇总报给" + String.join("、", superiors()),
                        Prose.of("报上去的只有合计数：没有一笔记录、一个人名、一个涉密或个人的值。停报就收回。"),
                        List.of()),
                standing.stream().map(this::standing).toList(),
                CROSSING,
                List.of(
                        line(SUPERIOR, "报给哪个上级", "它在这台服务器上的名称，如某某市", "", "text"),
                        line(DAY, "定的日子", "", today.toString(), "date"),
                        line(DOCUMENT, "依据的文件", "名称和文号", "", "text")),
                others(),
                refusal,
                refusal.isPresent() ? UUID.randomUUID().toString() : key(typed));
    }

    private List<String> superiors() {
        return standing.stream().map(Showing::superior).toList();
    }

    private ShowingPage.Standing standing(Showing each) {
        return new ShowingPage.Standing(
                each.superior(),
                each.since() + "起，依据" + each.basis(),
                each.entry(),
                "入账第" + each.entry() + "号",
                line(ending(each.entry()), "停报依据的文件", "名称和文号", "", "text"));
    }

    /// The field of the document that ends an agreement.
    static String ending(long entry) {
        return DOCUMENT + "." + entry;
    }

    private Field line(String name, String label, String hint, String otherwise, String kind) {
        String fault =
                faults.stream()
                        .filter(found -> found.field().equals(name))
                        .map(EntryCheck.Fault::sentence)
                        .findFirst()
                        .orElse("");
        return new Field(
                name,
                label,
                hint,
                true,
                fault,
                new Field.Control.Line(typed.getOrDefault(name, otherwise), kind, ""));
    }

    /// Faults that none of the fields bears.
    private List<String> others() {
        return faults.stream()
                .filter(
                        found ->
                                !List.of(SUPERIOR, DAY, DOCUMENT).contains(found.field())
                                        && !found.field().startsWith(DOCUMENT + "."))
                .map(EntryCheck.Fault::sentence)
                .toList();
    }

    static String key(Map<String, String> typed) {
        String sent = typed.getOrDefault("key", "");
        return sent.matches("[0-9a-f-]{36}") ? sent : UUID.randomUUID().toString();
    }
}
