package org.mingze.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingze.calendar.WorkCalendar;
import org.mingze.journal.Archive;
import org.mingze.journal.Entry;
import org.mingze.organization.Organization;
import org.mingze.work.Knowledge;

@DisplayName("明川县样本")
class MingchuanSampleTest {
    @TempDir private Path folder;

    @Test
    @DisplayName("存着的与生成的逐字节相同")
    void isWhatTheGeneratorWrites() throws IOException {
        if ("write".equals(System.getProperty("mingze.sample"))) {
            MingchuanSample.generate(MingchuanSample.FOLDER);
        }
        MingchuanSample.generate(folder);

        List<String> names = names(folder);
        assertThat(names(MingchuanSample.FOLDER)).containsExactlyElementsOf(names);
        for (String name : names) {
            assertThat(Files.mismatch(folder.resolve(name), MingchuanSample.FOLDER.resolve(name)))
                    .as("%s 与生成的不同，用 -Dmingze.sample=write 重写样本后再提交", name)
                    .isEqualTo(-1);
        }
    }

    @Test
    @DisplayName("机构变动都说得通")
    void holdsTogetherAsAnOrganization() {
        Organization organization = new Organization();

        for (Entry entry : Archive.read(MingchuanSample.FOLDER).entries()) {
            organization.apply(entry);
        }

        assertThat(organization.posts(Manifest.NOW)).hasSize(77);
        assertThat(organization.people()).hasSize(62);
        assertThat(organization.superior("chengguan.dongta", Manifest.NOW))
                .get()
                .extracting("code")
                .isEqualTo("qingshi.gongwei");
    }

    @Test
    @DisplayName("每一笔都读得懂")
    void isUnderstoodToTheLastEntry() {
        List<Entry> entries = Archive.read(MingchuanSample.FOLDER).entries();

        Knowledge known = Knowledge.of(entries, WorkCalendar.published());

        assertThat(known.faults()).isEmpty();
        assertThat(known.rules().institutions()).hasSize(20);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
