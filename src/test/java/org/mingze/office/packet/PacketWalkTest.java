package org.mingze.office.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.RunningMingze;
import org.mingze.Visitor;
import org.mingze.Visitor.Answers;
import org.mingze.Visitor.Page;
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
    @DisplayName("隐去的包没有密类的值和佐证，证明照样成立；网页没有脚本")
    void masked() throws IOException {
        Path packet = file(order(secretary, "青石街道党工委", "yes"));
        assertThat(PacketVerification.verify(packet).fine()).isTrue();
        assertThat(names(packet))
                .doesNotContain("classed.jsonl", "certificates.json")
                .noneMatch(name -> name.startsWith("evidence/"));
        assertThat(text(packet, "index.html")).contains("检查包").doesNotContain("<script");
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
    @DisplayName("没有定期限的一直待定，不能归档；都定了，署名归档，作为一笔账")
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
        assertThat(secretary.get(path).document().select("form[action=" + path + "]")).isEmpty();
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

    /// The same packet with one word of one file replaced.
    private Path changed(Path packet, String file, String from, String to) throws IOException {
        Path changed = folder.resolve(file + ".zip");
        try (ZipFile zip = new ZipFile(packet.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : new ArrayList<ZipEntry>(zip.stream().toList())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(file)) {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    assertThat(text).contains(from);
                    bytes = text.replaceFirst(from, to).getBytes(StandardCharsets.UTF_8);
                }
                out.write(bytes);
                out.closeEntry();
            }
        }
        return changed;
    }
}
