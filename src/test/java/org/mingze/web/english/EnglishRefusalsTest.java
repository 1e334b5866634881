package org.mingze.web.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Reads the refusals, the faults and the notices off the source, because no walk meets them all.
@DisplayName("不让办、没填对、办成了，源里写的每一句都有英文")
class EnglishRefusalsTest {
    /// Where such sentences are put together.
    private static final Pattern NAMES =
            Pattern.compile(
                    "new (.*\\.)?(Refusal|NotPermitted|NotFound|Notice|Refused|OrganizationFault"
                            + "|SheetFault|UnreadableDocument|Fault|Blank)$"
                            + "|^(done|warn)$"
                            + "|[fF]ault|[rR]efus|misplaced|against|lasting|tooEarly|missing|absent"
                            + "|notOurs|notYours");

    /// What is said to whoever runs the program, in a document, or inside an institution.
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "^org/mingze/(journal/(Archive|Canonical|EntryLine|ImportingArchive|proof)"
                            + "|database|command|institution/(expression|file)|duty/(cases|certificate|simulation|situation)"
                            + "|calendar|report/DutySentence|office/reminding)");

    /// A sentence or a title, not the name of a field.
    private static final Pattern SENTENCE = Pattern.compile("[，。；：“「]|\\p{IsHan}{4}");

    /// What may stand where a value goes: a name of the county, a number, a day, words of the tool.
    private static final List<String> VALUES =
            List.of(
                    "某甲",
                    "7",
                    "2026年7月9日",
                    "2026-07-09",
                    "今日",
                    "没有这一页。",
                    "没有这一页，",
                    "现在以“某甲”行事，",
                    "与某甲同名，是同一人还是两人？",
                    "没有这个词，",
                    "，写全名或代码",
                    "第7项",
                    "");

    private static final Pattern QUOTED = Pattern.compile("[“「][^”」]*[”」]");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final int PLACES_MAX = 4;
    private static final Phrases PRODUCT = Phrases.ofTheProduct();

    @Test
    @DisplayName("每一句都译得出，引号里的名目照旧")
    void everySentence() throws IOException {
        assertThat(SourceTexts.in(Path.of("src/main/java"), NAMES))
                .hasSizeGreaterThan(500)
                .filteredOn(text -> !ELSEWHERE.matcher(text.file()).find())
                .filteredOn(text -> SENTENCE.matcher(text.words()).find())
                .filteredOn(text -> filled(text.words()).noneMatch(EnglishRefusalsTest::isEnglish))
                .isEmpty();
    }

    @Test
    @DisplayName("表格里哪一格怎么改，也都译得出")
    void everyCell() throws IOException {
        Path conversion = Path.of("src/main/java/org/mingze/exchange/conversion");
        assertThat(SourceTexts.in(conversion, Pattern.compile("^new (.*\\.)?(Wrong|Found)$")))
                .isNotEmpty()
                .filteredOn(text -> SENTENCE.matcher(text.words()).find())
                .filteredOn(text -> filled(text.words()).noneMatch(EnglishRefusalsTest::isEnglish))
                .isEmpty();
    }

    /// With every choice of values for its places.
    private static Stream<String> filled(String words) {
        Stream<String> texts = Stream.of("");
        int from = 0;
        int places = 0;
        for (int at = words.indexOf(SourceTexts.HOLE);
                at >= 0;
                at = words.indexOf(SourceTexts.HOLE, from)) {
            String before = words.substring(from, at);
            List<String> values = places < PLACES_MAX ? VALUES : List.of("某甲");
            texts = texts.flatMap(text -> values.stream().map(value -> text + before + value));
            from = at + 1;
            places++;
        }
        String rest = words.substring(from);
        return texts.map(text -> text + rest);
    }

    private static boolean isEnglish(String sentence) {
        String said =
                EnglishPage.of(PRODUCT, "<p>" + sentence.replace("<", "&lt;") + "</p>")
                        .replace("某甲", "");
        return !CHINESE.matcher(QUOTED.matcher(said).replaceAll("")).find();
    }
}
