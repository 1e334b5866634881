package org.mingze.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("默克尔树")
class MerkleTreeTest {
    private static final int LEAVES = 70;

    private final List<byte[]> texts =
            IntStream.range(0, LEAVES)
                    .mapToObj(i -> ("第" + i + "号").getBytes(StandardCharsets.UTF_8))
                    .toList();
    private final List<Digest> leaves = texts.stream().map(MerkleTree::leaf).toList();

    @Test
    @DisplayName("空树、一叶、两叶之根合于 RFC 6962")
    void hasTheRootsOfTheStandard() {
        assertThat(MerkleTree.Frontier.EMPTY.root())
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(MerkleTree.leaf(new byte[0]))
                .hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(new MerkleTree(List.of(leaves.get(0), leaves.get(1))).root())
                .isEqualTo(MerkleTree.node(leaves.get(0), leaves.get(1)));
    }

    @Test
    @DisplayName("逐叶追加之根与按定义递归所得相同")
    void growsToTheRootOfTheDefinition() {
        MerkleTree.Frontier frontier = MerkleTree.Frontier.EMPTY;
        for (int size = 0; size < LEAVES; size++) {
            assertThat(frontier.root()).isEqualTo(naiveRoot(texts.subList(0, size)));
            frontier = frontier.append(leaves.get(size));
        }
    }

    @Test
    @DisplayName("每一叶在每一大小下都有成立的存在证明，换一叶即不成立")
    void provesInclusion() {
        for (int size = 1; size <= LEAVES; size++) {
            MerkleTree tree = new MerkleTree(leaves.subList(0, size));
            for (int index = 0; index < size; index++) {
                List<Digest> path = tree.inclusion(index);
                assertThat(path).isEqualTo(naivePath(index, texts.subList(0, size)));
                assertThat(MerkleTree.includes(leaves.get(index), index, size, path, tree.root()))
                        .isTrue();
                assertThat(
                                MerkleTree.includes(
                                        leaves.get((index + 1) % LEAVES),
                                        index,
                                        size,
                                        path,
                                        tree.root()))
                        .isFalse();
                assertThat(
                                MerkleTree.includes(
                                        leaves.get(index), index, size, longer(path), tree.root()))
                        .isFalse();
            }
        }
    }

    @Test
    @DisplayName("每一前缀都有成立的一致证明，换一根即不成立")
    void provesConsistency() {
        for (int size = 1; size <= LEAVES; size++) {
            MerkleTree tree = new MerkleTree(leaves.subList(0, size));
            for (int older = 0; older <= size; older++) {
                Digest root = naiveRoot(texts.subList(0, older));
                Digest other = naiveRoot(texts.subList(1, older + 1 > LEAVES ? LEAVES : older + 1));
                List<Digest> path = tree.consistency(older);
                assertThat(MerkleTree.extendsTree(older, root, size, tree.root(), path)).isTrue();
                assertThat(MerkleTree.extendsTree(older, root, size, tree.root(), longer(path)))
                        .isFalse();
                if (older > 0) {
                    assertThat(MerkleTree.extendsTree(older, other, size, tree.root(), path))
                            .isFalse();
                }
            }
        }
    }

    private static List<Digest> longer(List<Digest> path) {
        List<Digest> longer = new ArrayList<>(path);
        longer.add(Digest.of());
        return longer;
    }

    private static Digest naiveRoot(List<byte[]> texts) {
        if (texts.isEmpty()) {
            return Digest.of();
        }
        if (texts.size() == 1) {
            return Digest.of(new byte[] {0}, texts.getFirst());
        }
        int half = half(texts.size());
        return Digest.of(
                new byte[] {1},
                naiveRoot(texts.subList(0, half)).bytes(),
                naiveRoot(texts.subList(half, texts.size())).bytes());
    }

    private static List<Digest> naivePath(int index, List<byte[]> texts) {
        if (texts.size() == 1) {
            return new ArrayList<>();
        }
        int half = half(texts.size());
        List<byte[]> left = texts.subList(0, half);
        List<byte[]> right = texts.subList(half, texts.size());
        List<Digest> path = index < half ? naivePath(index, left) : naivePath(index - half, right);
        path.add(naiveRoot(index < half ? right : left));
        return path;
    }

    private static int half(int size) {
        int half = 1;
        while (half * 2 < size) {
            half *= 2;
        }
        return half;
    }
}
