package org.mingze.duty.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mingze.journal.Content;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.journal.EntryMode;
import org.mingze.journal.Occurred;
import org.mingze.journal.Recorder;

/// 当 — reads what happens in a case, one entry a line.
final class Acts {
    private final String file;
    private final Stage stage;
    private final Library library;
    private final String institution;

    Acts(String file, Stage stage, Library library, String institution) {
        this.file = file;
        this.stage = stage;
        this.library = library;
        this.institution = institution.split("@", 2)[0];
    }

    Entry read(Example.Line line) {
        Words words = new Words(file, line);
        try {
            Occurred occurred = Occurred.parse(words.take("日期"));
            LocalDate recorded =
                    words.after("录").map(text -> Occurred.parse(text).day()).orElse(occurred.day());
            Recorder recorder =
                    words.after("录者").map(post -> new Recorder("", post)).orElse(Recorder.SETUP);
            Entered entered = new Entered(occurred, recorded, recorder);
            EntryMode mode = words.skip("办") ? EntryMode.DONE : EntryMode.REPORTED;
            String kind = words.take("记录类型");
            return switch (kind) {
                case "更正", "撤销" -> correction(words, kind, entered);
                case "免", "停", "复" -> act(kind, entered, waiver(words));
                case "评分" -> act(kind, entered, manualScore(words));
                case "委托" -> act(kind, entered, delegation(words));
                case "移交" -> act(kind, entered, handover(words));
                case "延" -> act(kind, entered, extension(words));
                case "施行" -> act(kind, entered, enactment(words));
                case "废止" -> act(kind, entered, repeal(words, occurred));
                case "设参" -> act(kind, entered, setting(words, occurred));
                case "任", "卸" -> act(kind, entered, appointment(words));
                default -> record(words, kind, entered, mode);
            };
        } catch (DateTimeException wrong) {
            throw words.fault("日期写成2026-01-31或2026-01-31T09:30");
        }
    }

    /// When it happened, when it was recorded, and by whom.
    private record Entered(Occurred occurred, LocalDate recorded, Recorder recorder) {
        Draft draft(String kind, EntryMode mode, Content.Group content) {
            return new Draft(kind, occurred, recorder, mode, content);
        }
    }

    private Entry act(String kind, Entered entered, Map<String, String> fields) {
        return stage.entry(
                Optional.empty(),
                entered.draft(kind, EntryMode.REPORTED, Stage.group(fields)),
                entered.recorded());
    }

    private Entry record(Words words, String kind, Entered entered, EntryMode mode) {
        String number = Words.number(words.take("第n号"));
        Content.Group fields =
                words.isDone() ? Content.Group.EMPTY : FlowMap.read(words.take("字段"), words);
        words.expectEnd();
        return stage.entry(
                Optional.of(number(number, words)),
                entered.draft(kind, mode, fields),
                entered.recorded());
    }

    private static long number(String text, Words words) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw words.fault("记录写成“第1号”");
        }
    }

    private Entry correction(Words words, String kind, Entered entered) {
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("原", new Content.Text(Words.number(words.take("第n号"))));
        if (kind.equals("更正")) {
            fields.put("改", FlowMap.read(words.take("改的字段"), words));
        }
        words.after("因").ifPresent(reason -> fields.put("因", text(reason)));
        words.expectEnd();
        return stage.entry(
                Optional.empty(),
                entered.draft(kind, EntryMode.REPORTED, new Content.Group(fields)),
                entered.recorded());
    }

    private static Content text(String quoted) {
        return new Content.Text(Words.unquote(quoted));
    }

    private Map<String, String> waiver(Words words) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("编号", institution);
        fields.put("号", words.take("职责号"));
        for (String key : new String[] {"谁", "对", "期", "件", "批", "因"}) {
            boolean bracketed = words.peek().filter(word -> word.startsWith("(")).isPresent();
            if (bracketed) {
                throw words.fault("期或件直接写，不加括号");
            }
            words.after(key)
                    .ifPresent(value -> fields.put(key, Words.number(Words.unquote(value))));
        }
        words.expectEnd();
        return fields;
    }

    private Map<String, String> extension(Words words) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("编号", institution);
        fields.put("号", words.take("职责号"));
        words.after("件").ifPresent(value -> fields.put("件", Words.number(value)));
        fields.put("限", words.take("延长多少"));
        words.after("批").ifPresent(value -> fields.put("批", value));
        words.after("因").ifPresent(value -> fields.put("因", Words.unquote(value)));
        words.after("告知").ifPresent(value -> fields.put("告知", value));
        words.expectEnd();
        return fields;
    }

    /// `评分 考核号 谁 B 期 p 分 v 理由 "…" 署名 X`.
    private Map<String, String> manualScore(Words words) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("编号", institution);
        fields.put("号", words.take("考核号"));
        for (String key : new String[] {"谁", "期", "分", "理由", "署名"}) {
            words.after(key)
                    .ifPresent(value -> fields.put(key, Words.number(Words.unquote(value))));
        }
        words.expectEnd();
        return fields;
    }

    /// `委托 P 至 Q 自 D 止 D`.
    private static Map<String, String> delegation(Words words) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("岗", words.take("岗"));
        for (String key : new String[] {"至", "自", "止"}) {
            words.after(key).ifPresent(value -> fields.put(key, value));
        }
        words.expectEnd();
        return fields;
    }

    /// `移交 P 由 X 至 Y`.
    private static Map<String, String> handover(Words words) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("岗", words.take("岗"));
        for (String key : new String[] {"由", "至"}) {
            words.after(key).ifPresent(value -> fields.put(key, value));
        }
        words.expectEnd();
        return fields;
    }

    private Map<String, String> enactment(Words words) {
        String version = words.take("编号@日期");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("编号", version.split("@", 2)[0]);
        fields.put(
                "文",
                library.source(version)
                        .orElseThrow(() -> words.fault("制度库里没有“" + version + "”"))
                        .text());
        return fields;
    }

    private Map<String, String> repeal(Words words, Occurred occurred) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("编号", words.take("编号").split("@", 2)[0]);
        fields.put("自", occurred.day().toString());
        return fields;
    }

    private Map<String, String> setting(Words words, Occurred occurred) {
        String name = words.take("参数名");
        words.skip("=");
        String value = words.take("参数值");
        LocalDate from = words.after("自").map(LocalDate::parse).orElse(occurred.day());
        return setting(institution, name, value, from, words.after("于"));
    }

    static Map<String, String> setting(
            String institution, String name, String value, LocalDate from, Optional<String> body) {
        Map<String, String> fields = new LinkedHashMap<>();
        int slash = name.indexOf('/');
        fields.put("编号", slash < 0 ? institution.split("@", 2)[0] : name.substring(0, slash));
        fields.put("参", slash < 0 ? name : name.substring(slash + 1));
        fields.put("值", value);
        fields.put("自", from.toString());
        body.ifPresent(code -> fields.put("机构", code));
        return fields;
    }

    private Map<String, String> appointment(Words words) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("人", words.take("人"));
        fields.put("岗", words.take("岗"));
        words.expectEnd();
        return fields;
    }
}
