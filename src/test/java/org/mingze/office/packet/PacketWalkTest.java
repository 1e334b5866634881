package org.mingze.office.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
import org.mingze.access.Office;
import org.mingze.journal.proof.PacketVerification;

@DisplayName("检查包和归档：要、等、取、核")
class PacketWalkTest {
    private final RunningMingze mingze = RunningMingze.shared();
    private final Visitor secretary = mingze.account("p019");
    private final Visitor leader = mingze.account("p001");
    @TempDir private Path folder;

    private Page order(Visitor visitor, String body, String masked) {
        Page page =
                visitor.send(
                        visitor.get("/packets"),
                        "form[action=/packets]",
                        new Answers()
                                .put("body", body)
                                .put("from", "2026-01-01")
                                .put("to", "2026-06-30")
                                .put("masked", masked));
        return page.status() == 200 ? waited(visitor, page) : page;
    }

    private static Page waited(Visitor visitor, Page page) {
        Page now = page;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!now.title().endsWith("好了")
                && !now.title().endsWith("没做成")
                && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            now = visitor.get(page.path());
        }
        return now;
    }

    private Path file(Page page) {
        UUID id = UUID.fromString(page.path().substring("/packets/".length()));
        return mingze.bean(MakingPackets.class).file(id);
    }

    @Test
    @DisplayName("本单位的包带上全部内容，核验无误；改一个字节就指出来")
    void whole() throws IOException {
        Page made = order(secretary, "青石街道党工委", "no");
        assertThat(made.title()).endsWith("做好了");
        assertThat(secretary.get(made.path() + ".zip").status()).isEqualTo(200);
        assertThat(mingze.administrator(Office.AUDIT).get("/administration/trail").text("main"))
                .contains("青石街道党工委检查包");
        assertThat(leader.get(made.path()).status()).isEqualTo(404);
        Path packet = file(made);
        assertThat(PacketVerification.isPacket(packet)).isTrue();
        PacketVerification.Outcome outcome = PacketVerification.verify(packet);
        assertThat(outcome.sentence()).contains("核验无误");
        assertThat(names(packet))
                .contains("index.html", "register.xlsx", "certificates.json", "classed.jsonl");
        Path changed = changed(packet, "proofs.jsonl", "会议", "会义");
        assertThat(PacketVerification.verify(changed).fine()).isFalse();
        Path classed = changed(packet, "classed.jsonl", "\"盐\":\"", "\"盐\":\"0");
        assertThat(PacketVerification.verify(classed).fine()).isFalse();
    }

    @Test
    @DisplayName("网页上职责走到记录，记录有各项内容，佐证打得开；期次写成话；账目几笔是记录说得清")
    void theIndexLeadsOn() throws IOException {
        Path packet = file(order(secretary, "青石街道党工委", "no"));
        Document index = Jsoup.parse(text(packet, "index.html"));
        Elements records = index.select("article[id^=r]");
        assertThat(index.select("td a[href^=#r]"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(index.select(link.attr("href"))).hasSize(1));
        assertThat(records.select("dl dt").eachText()).contains("机构");
        assertThat(index.select("td[data-head=哪一期]").eachText())
                .noneMatch(words -> words.matches("件\\d+.*|20\\d\\d.*"))
                .anyMatch(words -> words.matches("二〇二六年.*"));
        List<String> files =
                index.select("dd a[href^=evidence/]").eachAttr("href").stream()
                        .map(place -> URLDecoder.decode(place, StandardCharsets.UTF_8))
                        .distinct()
                        .toList();
        assertThat(names(packet)).containsAll(files);
        String verified = PacketVerification.verify(packet).sentence();
        String entries = verified.replaceAll("(?s).*核验无误：包里的(\\d+)笔.*", "$1");
        assertThat(index.text()).contains("核验时说的" + entries + "笔", records.size() + "笔是下面的记录");
    }

    @Test
    @DisplayName("网页改一个字、少一个文件、多一个文件，核验都指出是哪个；印出公钥的指纹")
    void everyFile() throws IOException {
        Page made = order(secretary, "青石街道党工委", "no");
        Path packet = file(made);
        assertThat(told(changed(packet, "index.html", "判定", "判走"))).contains("index.html", "改过");
        assertThat(told(changed(packet, "certificates.json", List.of())))
                .contains("缺 certificates.json");
        assertThat(told(changed(packet, "说明.html", List.of("另有说明")))).contains("说明.html", "不在清单里");
        assertThat(told(changed(packet, "files.json", "index.html", "index.htm")))
                .contains("清单的签名不对");
        PacketVerification.Outcome old =
                PacketVerification.verify(changed(packet, "files.json", List.of()));
        assertThat(old.fine()).isFalse();
        assertThat(old.sentence()).doesNotContain("核验无误").contains("没有文件清单", "网页");
        String fingerprint =
                made.text("dl").replaceAll("(?s).*公钥指纹\\s+((\\p{XDigit}{4} ?){8}).*", "$1");
        assertThat(PacketVerification.verify(packet).sentence()).contains(fingerprint.strip());
    }

    @Test
    @DisplayName("隐去的包没有密类的值和佐证，证明照样成立；网页没有脚本")
    void masked() throws IOException {
        Path packet = file(order(secretary, "青石街道党工委", "yes"));
        assertThat(PacketVerification.verify(packet).fine()).isTrue();
        assertThat(names(packet))
                .doesNotContain("classed.jsonl", "certificates.json")
                .noneMatch(name -> name.startsWith("evidence/"));
        assertThat(text(packet, "index.html"))
                .contains("检查包")
                .containsPattern("笔为止，\\d{4}年\\d+月\\d+日\\d+:\\d{2}）")
                .doesNotContain("<script");
    }

    @Test
    @DisplayName("上级单位的负责人要得到带个人内容的包，它别的岗位要的总是隐去")
    void wholeForTheHeadAlone() throws IOException {
        assertThat(names(file(order(leader, "青石街道办事处", "no")))).contains("classed.jsonl");
        Page office = order(mingze.account("p008"), "青石街道办事处", "no");
        assertThat(office.text("dl")).contains("隐去个人和涉案的内容");
        assertThat(names(file(office))).doesNotContain("classed.jsonl");
    }

    @Test
    @DisplayName("看不到的单位要不到；起止写反了说怎么改")
    void refuses() {
        Page other = order(secretary, "柳河镇党委", "yes");
        assertThat(other.text("#faults")).contains("你看得到的机构");
        Page days =
                secretary.send(
                        secretary.get("/packets"),
                        "form[action=/packets]",
                        new Answers().put("from", "2026-06-30").put("to", "2026-01-01"));
        assertThat(days.text("#faults")).contains("止不能早于起");
    }

    @Test
    @DisplayName("没有定期限的一直待定，不能归档；都定了，署名归档，作为一笔账；没有变化的不再归一次")
    void archives() {
        Visitor office = mingze.account("p008");
        int year = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).getYear() - 1;
        String path = "/archives/" + year;
        Page before = office.get(path);
        assertThat(before.text("#types ~ *, .sheet")).contains("待定");
        Page early =
                office.send(
                        before, "form[action=" + path + "]", new Answers().put("signature", "章书简"));
        assertThat(early.text("#faults")).contains("没有定保管期限");
        Answers terms = new Answers().put("term", "30年").put("basis", "试验");
        before.document()
                .select("input[name=type]")
                .eachAttr("value")
                .forEach(type -> terms.put("type", type));
        Page kept = office.send(office.get(path), "form[action=" + path + "/term]", terms);
        assertThat(kept.text("#types ~ *, .sheet")).doesNotContain("待定");
        Page done =
                office.send(
                        office.get(path),
                        "form[action=" + path + "]",
                        new Answers().put("signature", "章书简"));
        assertThat(done.title()).contains("已归档");
        assertThat(done.text("dl")).contains("没有变化");
        assertThat(done.document().select("form[action=" + path + "]"))
                .as("没有变化，不再请人归一次")
                .isEmpty();
        Page again = office.post(path, new Answers().put("signature", "章书简"));
        assertThat(again.text("#faults")).containsPattern(year + "年已由第\\d+号归档，此后没有补录或撤销");
        assertThat(secretary.get(path).document().select("form[action=" + path + "]")).isEmpty();
    }

    @Test
    @DisplayName("归档包做了，离开那一页，归档页上还列着，走得到、取得到")
    void theArchivePacketIsFoundAgain() throws IOException {
        Visitor office = mingze.account("p008");
        String path = "/archives/2025";
        Page ordered =
                office.send(office.get(path), "form[action=" + path + "/packet]", new Answers());
        Page made = waited(office, ordered);
        assertThat(made.title()).endsWith("做好了");
        Page archive = office.get(path);
        assertThat(archive.text("section:has(#orders)")).contains("要过的归档包", "做好了");
        assertThat(archive.document().select("a[href=" + made.path() + "]")).hasSize(1);
        assertThat(office.get("/archives/2024").document().select("a[href=" + made.path() + "]"))
                .isEmpty();
        assertThat(PacketVerification.verify(file(made)).fine()).isTrue();
    }

    private static List<String> names(Path packet) throws IOException {
        try (ZipFile zip = new ZipFile(packet.toFile())) {
            return zip.stream().<String>map(ZipEntry::getName).toList();
        }
    }

    private static String text(Path packet, String name) throws IOException {
        try (ZipFile zip = new ZipFile(packet.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// What is said of a packet that does not verify.
    private static String told(Path packet) {
        PacketVerification.Outcome outcome = PacketVerification.verify(packet);
        assertThat(outcome.fine()).as(outcome.sentence()).isFalse();
        return outcome.sentence();
    }

    /// The same packet without one file, and with what is to stand in its place.
    private Path changed(Path packet, String file, List<String> texts) throws IOException {
        Path changed = folder.resolve(file + texts.size() + ".zip");
        try (ZipFile zip = new ZipFile(packet.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : new ArrayList<ZipEntry>(zip.stream().toList())) {
                if (!entry.getName().equals(file)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    zip.getInputStream(entry).transferTo(out);
                    out.closeEntry();
                }
            }
            for (String text : texts) {
                out.putNextEntry(new ZipEntry(file));
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return changed;
    }

    /// The same packet with one word of one file replaced.
    private Path changed(Path packet, String file, String from, String to) throws IOException {
        String text = text(packet, file);
        assertThat(text).contains(from);
        return changed(packet, file, List.of(text.replaceFirst(from, to)));
    }
}
