package org.mingze.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.journal.Digest;
import org.mingze.journal.MerkleTree;

@DisplayName("入树之路")
class InclusionPathsTest {
    @Test
    @DisplayName("任何大小的树，每一叶的路都与默克尔树给的一样")
    void agrees() {
        List<Digest> leaves = new ArrayList<>();
        for (int size = 1; size <= 70; size++) {
            leaves.add(MerkleTree.leaf(("叶" + size).getBytes(StandardCharsets.UTF_8)));
            MerkleTree tree = new MerkleTree(leaves);
            InclusionPaths paths = new InclusionPaths(leaves);
            for (int index = 0; index < size; index++) {
                assertThat(paths.of(index)).isEqualTo(tree.inclusion(index));
            }
        }
    }
}
