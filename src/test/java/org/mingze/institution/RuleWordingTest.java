package org.mingze.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.institution.wording.RuleWording;

@DisplayName("规则成句")
class RuleWordingTest {
    private static final Path GOLDEN = Path.of("src/test/resources/institution/rule-sentences.txt");
    private static final Pattern CODE =
            Pattern.compile("[a-zA-Z_{}\\[\\]<>=≥≤≠∈⇒()|*\"'?]|(?<!\\d)\\.|->|null");

    @Test
    @DisplayName("制度库的每项职责都有一句话，和存下的逐句相同")
    void everyDutyHasItsSentence() throws IOException {
        StringBuilder all = new StringBuilder();
        institutions()
                .forEach(
                        institution -> {
                            all.append("## ").append(institution.id()).append('@');
                            all.append(institution.from()).append('\n');
                            for (Duty duty : institution.duties()) {
                                all.append(duty.number()).append(' ').append(duty.form().word());
                                all.append("：").append(sentence(institution, duty)).append('\n');
                            }
                        });
        if (Boolean.getBoolean("mingze.draw")) {
            Files.writeString(GOLDEN, all.toString());
        }
        assertThat(Files.readString(GOLDEN))
                .as("句子变了：读一遍，运行 ./mingze test -Dtest=RuleWordingTest -Dmingze.draw=true 后提交")
                .isEqualTo(all.toString());
    }

    @Test
    @DisplayName("句子里没有代码、没有符号，以句号结尾")
    void noSentenceShowsCode() {
        for (Institution institution : institutions()) {
            for (Duty duty : institution.duties()) {
                String sentence = sentence(institution, duty);
                assertThat(sentence).endsWith("。").doesNotContain("。。", "；；", "，，", "的的");
                assertThat(CODE.matcher(sentence).find()).as(sentence).isFalse();
                assertThat(sentence.chars().filter(each -> each == '（').count())
                        .as(sentence)
                        .isEqualTo(sentence.chars().filter(each -> each == '）').count());
            }
        }
    }

    private static List<Institution> institutions() {
        return InstitutionFiles.read(List.of(Path.of("institutions"))).institutions().stream()
                .sorted(Comparator.comparing(Institution::id).thenComparing(Institution::from))
                .toList();
    }

    private static String sentence(Institution institution, Duty duty) {
        return new RuleWording(
                        institution,
                        name ->
                                Optional.ofNullable(institution.parameters().get(name))
                                        .map(Parameter::values)
                                        .filter(values -> !values.isEmpty())
                                        .flatMap(values -> values.getLast().value()))
                .of(duty);
    }
}
