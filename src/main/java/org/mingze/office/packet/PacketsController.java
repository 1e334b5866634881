package org.mingze.office.packet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingze.access.ClassedReads;
import org.mingze.access.ClassesWithheld;
import org.mingze.access.Officer;
import org.mingze.duty.Naming;
import org.mingze.duty.showing.DayWords;
import org.mingze.office.SectionedPage;
import org.mingze.organization.Organization;
import org.mingze.web.Act;
import org.mingze.web.Blank;
import org.mingze.web.Fact;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.NotFound;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// 检查包 — order one, see how far it is, take it.
@Controller
class PacketsController {
    private static final String BASE = "/packets";
    private static final String KIND = "检查";
    private static final List<String> CLASSES = List.of("个人", "涉案");

    private final CountyLedgers ledgers;
    private final Orders orders;
    private final MakingPackets making;
    private final ClassesWithheld withheld;
    private final ClassedReads reads;

    PacketsController(
            CountyLedgers ledgers,
            Orders orders,
            MakingPackets making,
            ClassesWithheld withheld,
            ClassedReads reads) {
        this.ledgers = ledgers;
        this.orders = orders;
        this.making = making;
        this.withheld = withheld;
        this.reads = reads;
    }

    /// 所填.
    private record Typed(String body, String from, String to, String masked) {}

    @GetMapping(BASE)
    ModelAndView list(Officer officer) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        String body =
                ledgers.ask(
                        officer.county(),
                        known ->
                                known.organization()
                                        .post(officer.post().code(), today)
                                        .map(
                                                post ->
                                                        Naming.of(
                                                                known.organization(),
                                                                post.body(),
                                                                today))
                                        .orElse(""));
        return page(
                officer,
                new Typed(body, today.withDayOfYear(1).toString(), today.toString(), "yes"),
                "",
                "");
    }

    @PostMapping(BASE)
    ModelAndView order(
            Officer officer,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "yes") String masked) {
        Typed typed = new Typed(body.strip(), from.strip(), to.strip(), masked);
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Optional<LocalDate> first = day(typed.from());
        Optional<LocalDate> last = day(typed.to());
        boolean days = first.isPresent() && last.isPresent() && !last.get().isBefore(first.get());
        Optional<String> code =
                ledgers.ask(
                        officer.county(),
                        known ->
                                known.organization()
                                        .findBody(typed.body(), today)
                                        .filter(
                                                found ->
                                                        PacketRights.mayOrder(
                                                                known.organization(),
                                                                officer,
                                                                found,
                                                                today)));
        if (code.isEmpty() || !days) {
            return page(
                    officer,
                    typed,
                    code.isEmpty() ? "写一个你看得到的机构，全名或编号" : "",
                    days ? "" : "起止写成日期，止不能早于起");
        }
        Order order =
                placed(
                        officer,
                        KIND,
                        code.get(),
                        first.get(),
                        last.get(),
                        typed.masked().equals("yes"));
        making.start(officer.county(), order);
        return new ModelAndView("redirect:" + BASE + "/" + order.id());
    }

    /// Masked whenever the post may not read everything in it.
    Order placed(
            Officer officer,
            String kind,
            String body,
            LocalDate from,
            LocalDate to,
            boolean masked) {
        Instant now = Instant.now();
        boolean reads =
                withheld.of(officer).isEmpty()
                        && ledgers.ask(
                                officer.county(),
                                known ->
                                        PacketRights.readsClassed(
                                                known.organization(),
                                                officer,
                                                body,
                                                ChinaTime.day(now)));
        return new Order(
                UUID.randomUUID(),
                kind,
                officer.post().code(),
                officer.person(),
                body,
                from,
                to,
                masked || !reads,
                Order.WAITING,
                0,
                0,
                "",
                now);
    }

    @GetMapping(BASE + "/{id:[0-9a-f-]{36}}")
    ModelAndView one(Officer officer, @PathVariable UUID id) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        Order order = find(officer, id);
        SectionedPage page =
                ledgers.ask(
                        officer.county(), known -> progress(known.organization(), order, today));
        return new ModelAndView("office/page", "page", page);
    }

    @GetMapping(BASE + "/{id:[0-9a-f-]{36}}.zip")
    void file(Officer officer, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        Order order = find(officer, id);
        if (!order.isMade() || !Files.isRegularFile(making.file(id))) {
            throw new NotFound("这个包还没有做好", "在检查包页看做到哪里；没做成的，再要一份。");
        }
        if (!order.masked()) {
            LocalDate today = LocalDate.now(ChinaTime.ZONE);
            String body =
                    ledgers.ask(
                            officer.county(),
                            known -> Naming.of(known.organization(), order.body(), today));
            reads.shown(officer, body + order.kind() + "包", CLASSES);
        }
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + order.fileName() + "\"");
        response.setContentLengthLong(Files.size(making.file(id)));
        Files.copy(making.file(id), response.getOutputStream());
    }

    private Order find(Officer officer, UUID id) {
        return orders.find(officer.county(), officer.person(), id)
                .orElseThrow(() -> new NotFound("没有这个包", "只有要它的人打得开。在检查包页再要一份。"));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private ModelAndView page(Officer officer, Typed typed, String bodyFault, String dayFault) {
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        List<Order> placed = this.orders.of(officer.county(), officer.person(), KIND);
        SectionedPage.Table orders =
                ledgers.ask(
                        officer.county(),
                        known -> table("要过的", known.organization(), placed, today));
        SectionedPage page =
                SectionedPage.of(
                        Place.INSPECTION,
                        new Heading(
                                List.of(),
                                "检查包",
                                Prose.of("一个单位一段时间的记录、佐证、判定和证明，打成一个文件，交给检查的人；离开这个系统也核得出真假。"),
                                List.of(Act.small("归档", "/archives"))),
                        List.of(
                                new SectionedPage.Form(
                                        "order",
                                        "要一份",
                                        Prose.EMPTY,
                                        BASE,
                                        List.of(),
                                        fields(typed, bodyFault, dayFault),
                                        "做检查包",
                                        false),
                                orders));
        ModelAndView shown = new ModelAndView("office/page", "page", page);
        shown.setStatus(page.isFaulty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return shown;
    }

    private static List<Field> fields(Typed typed, String bodyFault, String dayFault) {
        boolean masked = typed.masked().equals("yes");
        return List.of(
                SectionedPage.line("body", "单位", "连同它下面的", typed.body(), bodyFault),
                SectionedPage.day("from", "起", typed.from(), dayFault),
                SectionedPage.day("to", "止", typed.to(), ""),
                new Field(
                        "masked",
                        "个人和涉案的内容",
                        "那个单位和上级单位的负责人才能带上，别人要的总是隐去",
                        true,
                        "",
                        new Field.Control.Choices(
                                List.of(
                                        new Field.Option("yes", "隐去", masked),
                                        new Field.Option("no", "带上", !masked)),
                                false)));
    }

    /// Packets that were ordered, each leading to where it is taken.
    static SectionedPage.Table table(
            String heading, Organization organization, List<Order> placed, LocalDate today) {
        return new SectionedPage.Table(
                "orders",
                heading,
                String.valueOf(placed.size()),
                List.of("单位", "起止", "内容", "做到哪里", "什么时候要的"),
                placed.stream().map(order -> line(organization, order, today)).toList(),
                Optional.of(new Blank("还没有要过", "要了，列在这里，做好就能取。", Optional.empty())),
                Optional.empty());
    }

    private static SectionedPage.Line line(
            Organization organization, Order order, LocalDate today) {
        return SectionedPage.Line.of(
                List.of(
                        Prose.EMPTY.reference(
                                Naming.of(organization, order.body(), today),
                                BASE + "/" + order.id()),
                        Prose.of(span(order, today)),
                        Prose.of(order.masked() ? "隐去个人和涉案" : "全部"),
                        Prose.of(order.state()),
                        Prose.of(DayWords.moment(order.orderedAt(), today))));
    }

    private static String span(Order order, LocalDate today) {
        return DayWords.day(order.from(), today) + "至" + DayWords.day(order.to(), today);
    }

    private SectionedPage progress(Organization organization, Order order, LocalDate today) {
        String name = Naming.of(organization, order.body(), today);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("单位", name + "和它下面的"));
        facts.add(Fact.of("起止", span(order, today)));
        facts.add(Fact.of("内容", order.masked() ? "隐去个人和涉案的内容，不带佐证材料" : "全部，含个人和涉案的内容"));
        facts.add(
                Fact.of(
                        "做到哪里",
                        order.state()
                                + (order.whole() > 0 && order.isOpen()
                                        ? "：" + order.done() + "/" + order.whole() + "个单位"
                                        : "")
                                + (order.isOpen() ? "。关掉页面也会继续" : "")
                                + (order.fault().isEmpty() ? "" : "：" + order.fault())));
        if (order.isMade()) {
            facts.add(
                    new Fact(
                            "取",
                            Prose.EMPTY.reference(
                                    order.fileName(), BASE + "/" + order.id() + ".zip")));
            facts.add(Fact.of("核验", "./mingze verify " + order.fileName()));
            facts.add(Fact.of("公钥指纹", making.fingerprint()));
            facts.add(Fact.of("核对指纹", "核验时印出的指纹要与上面这一行相同；另用电话或公函告诉检查的人，不写在包里。"));
        }
        return SectionedPage.of(
                Place.INSPECTION,
                new Heading(
                        List.of(new Link("检查包", BASE), new Link(name, "")),
                        name + order.kind() + "包" + order.state(),
                        Prose.EMPTY,
                        order.isOpen()
                                ? List.of(Act.small("再看一眼", BASE + "/" + order.id()))
                                : List.of()),
                List.of(
                        new SectionedPage.Facts(
                                "packet", "这一份", facts, List.of(), order.isOpen() ? 2 : 0)));
    }
}
