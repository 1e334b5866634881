package org.mingze.office.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@DisplayName("提醒真的寄得出、送得到，只一次")
class SendingRemindersTest {
    private static final int COUNTY = 1;
    private static final Instant MORNING = Instant.parse("2026-06-22T02:00:00Z");

    private final RunningMingze mingze = RunningMingze.shared();
    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final List<String> signatures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failing = new AtomicInteger();
    private final HttpServer web;

    SendingRemindersTest() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        mail.start();
        web.createContext(
                "/reminders",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    boolean fails = failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                    if (!fails) {
                        received.add(new String(body, StandardCharsets.UTF_8));
                        signatures.add(exchange.getRequestHeaders().getFirst("X-Mingze-Signature"));
                    }
                    exchange.sendResponseHeaders(fails ? 503 : 204, -1);
                    exchange.close();
                });
        web.start();
        ahead(7);
    }

    private void ahead(int workingDays) {
        mingze.bean(Reminders.class)
                .set(COUNTY, new Reminders.Rule(workingDays, "试", "p", MORNING));
    }

    /// Somebody who holds a post that has something to be told.
    private String tellable() {
        LocalDate day = ChinaTime.day(MORNING);
        return mingze.bean(CountyLedgers.class)
                .ask(
                        COUNTY,
                        known ->
                                known.organization().bodies(day).stream()
                                        .flatMap(
                                                body ->
                                                        DueSoon.of(known, body.code(), day, 7)
                                                                .stream())
                                        .flatMap(
                                                soon ->
                                                        known
                                                                .organization()
                                                                .holder(soon.post(), day)
                                                                .stream())
                                        .findFirst()
                                        .orElseThrow());
    }

    @AfterEach
    void stop() {
        mail.stop();
        web.stop(0);
    }

    private Channel mailing() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(mail.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new MailChannel(
                beans.getBeanProvider(JavaMailSender.class),
                "mingze@county.example",
                "https://mingze.example/");
    }

    private Channel calling() {
        return new WebChannel(
                "http://127.0.0.1:" + web.getAddress().getPort() + "/reminders", "钥匙", "");
    }

    private SendingReminders sending(Channel... channels) {
        return new SendingReminders(
                mingze.bean(CountyLedgers.class), mingze.bean(Reminders.class), List.of(channels));
    }

    @Test
    @DisplayName("邮件只寄给登记了地址的任者，一轮一封，写全各件，再来一轮不再寄，页上说已送")
    void mails() throws MessagingException, IOException {
        Visitor secretary = mingze.account(tellable());
        Page asked = secretary.get("/reminders");
        assertThat(
                        secretary
                                .send(
                                        asked,
                                        "form[action=/reminders/address]",
                                        new Answers().put("mail", "不是邮箱"))
                                .status())
                .isEqualTo(422);
        secretary.send(
                asked,
                "form[action=/reminders/address]",
                new Answers().put("mail", "office@county.example"));
        SendingReminders sending = sending(mailing());
        sending.round(COUNTY, MORNING);
        MimeMessage[] first = mail.getReceivedMessages();
        assertThat(first).as("一个地址一封").hasSize(1);
        for (MimeMessage message : first) {
            assertThat(message.getAllRecipients()[0]).hasToString("office@county.example");
            assertThat(message.getSubject()).startsWith("到期提醒：");
            assertThat(String.valueOf(message.getContent()))
                    .containsPattern("https://mingze\\.example/(duties|dossiers)/");
        }
        sending.round(COUNTY, MORNING.plus(Duration.ofHours(1)));
        assertThat(mail.getReceivedMessages()).hasSize(first.length);
        assertThat(secretary.get("/reminders").text("#log ~ *, .sheet")).contains("已送");
    }

    @Test
    @DisplayName("回调带签名，写明哪件事和链接，不含人名；对方坏了隔一会再试，试够了不再送")
    void calls() {
        SendingReminders sending = sending(calling());
        sending.round(COUNTY, MORNING);
        assertThat(received).isNotEmpty().doesNotHaveDuplicates();
        assertThat(received).allMatch(text -> text.contains("\"due\":\"2026-0"));
        assertThat(String.join("", received)).doesNotContain("周砚田");
        assertThat(received).allMatch(text -> text.matches(".*\"link\":\"/(duties|dossiers)/.*"));
        assertThat(received)
                .anyMatch(text -> text.matches(".*\"link\":\"/dossiers/.*\"matter\":\"[^\"]+\".*"));
        assertThat(signatures).allMatch(signature -> signature.matches("[0-9a-f]{64}"));
        int once = received.size();
        sending.round(COUNTY, MORNING.plusSeconds(60));
        assertThat(received).hasSize(once);
    }

    @Test
    @DisplayName("送不到的记下原因，到第五次为止")
    void givesUp() {
        failing.set(Integer.MAX_VALUE);
        Instant now = Instant.parse("2026-01-20T02:00:00Z");
        ahead(40);
        SendingReminders sending = sending(calling());
        for (int round = 0; round < 8; round++) {
            sending.round(COUNTY, now);
            now = now.plus(Duration.ofHours(4));
        }
        List<Reminders.Line> tried =
                mingze.bean(Reminders.class).log(COUNTY, "").stream()
                        .filter(line -> line.state().equals(Reminders.GIVEN_UP))
                        .toList();
        assertThat(tried).isNotEmpty();
        assertThat(tried).allMatch(line -> line.attempts() == SendingReminders.ATTEMPTS_MAX);
        assertThat(tried).allMatch(line -> line.fault().contains("503"));
        assertThat(received).isEmpty();
    }
}
