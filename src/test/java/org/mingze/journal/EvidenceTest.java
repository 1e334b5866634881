package org.mingze.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("佐证材料")
class EvidenceTest {
    private static final String PLACE = "Exif\0\0GPSLatitude 31.2";

    @TempDir private Path folder;

    @Test
    @DisplayName("名字说是图片、内容不是的，不收，说明怎么办；照名字的、没有后缀的都收")
    void asNamed() throws Exception {
        assertThat(taken("现场.png", "不是图片")).isInstanceOf(Evidence.Taking.Refused.class);
        assertThat(taken("签字表.PDF", "不是版式")).isInstanceOf(Evidence.Taking.Refused.class);
        assertThat(taken("签字表.pdf", "%PDF-1.7 样")).isInstanceOf(Evidence.Taking.Kept.class);
        assertThat(taken("说明.txt", "文字")).isInstanceOf(Evidence.Taking.Kept.class);
        assertThat(taken("无后缀", "文字")).isInstanceOf(Evidence.Taking.Kept.class);
        assertThat(taken("坏.jpg", "文字").toString()).contains("改对后缀");
    }

    private Evidence.Taking taken(String name, String content) throws java.io.IOException {
        return new Evidence(folder)
                .keep(
                        name,
                        new ByteArrayInputStream(
                                content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("收下的文件按摘要取回，收两次只有一份")
    void keepsBytesByTheirDigest() throws IOException {
        Evidence evidence = new Evidence(folder);
        byte[] bytes = "会议记录".getBytes(StandardCharsets.UTF_8);
        Evidence.Citation citation = kept(evidence, bytes);
        assertThat(kept(evidence, bytes)).isEqualTo(citation);
        assertThat(citation.digest()).isEqualTo(Digest.of(bytes));
        assertThat(Evidence.Citation.parse(citation.toString())).contains(citation);
        try (InputStream read = evidence.open(citation.digest())) {
            assertThat(read.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    @DisplayName("照片的拍摄地点先去掉再算摘要，画面一点不变")
    void dropsThePlaceOfAPicture() throws IOException {
        Evidence evidence = new Evidence(folder);
        byte[] picture = picture();
        byte[] placed = withPlace(picture);
        assertThat(new String(placed, StandardCharsets.ISO_8859_1)).contains("GPSLatitude");
        Evidence.Citation citation = kept(evidence, placed);
        try (InputStream read = evidence.open(citation.digest())) {
            assertThat(read.readAllBytes()).isEqualTo(picture);
        }
    }

    @Test
    @DisplayName("残缺的照片与超过50 MB 的文件被拒，并说明办法")
    void refusesWhatItCannotKeep() throws IOException {
        Evidence evidence = new Evidence(folder);
        byte[] picture = picture();
        byte[] cut = Arrays.copyOf(picture, picture.length / 2);
        assertThat(refused(evidence, new ByteArrayInputStream(cut))).contains("残缺");
        assertThat(refused(evidence, new ByteArrayInputStream(new byte[Evidence.BYTES_MAX + 1])))
                .contains("超过50 MB");
    }

    private static Evidence.Citation kept(Evidence evidence, byte[] bytes) throws IOException {
        Evidence.Taking taking = evidence.keep("照片", new ByteArrayInputStream(bytes));
        assertThat(taking).isInstanceOf(Evidence.Taking.Kept.class);
        return ((Evidence.Taking.Kept) taking).citation();
    }

    private static String refused(Evidence evidence, InputStream bytes) throws IOException {
        Evidence.Taking taking = evidence.keep("照片", bytes);
        assertThat(taking).isInstanceOf(Evidence.Taking.Refused.class);
        return ((Evidence.Taking.Refused) taking).sentence();
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                image.setRGB(x, y, ((x * 4) << 16) | ((y * 5) << 8) | ((x * y) & 0xff));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "jpg", bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] withPlace(byte[] picture) {
        byte[] place = PLACE.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(picture, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (place.length + 2)});
        bytes.writeBytes(place);
        bytes.write(picture, 2, picture.length - 2);
        return bytes.toByteArray();
    }
}
