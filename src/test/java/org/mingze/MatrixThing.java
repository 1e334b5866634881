package org.mingze;

import java.util.Map;
import java.util.function.Supplier;

/// 现有的一件 — what is put in the places of an address.
///
/// @param said   whose it is and what
/// @param values by the names of the variables, of what exists when it is asked for
record MatrixThing(Whose whose, String said, Supplier<Map<String, String>> values, String query) {
    static MatrixThing of(Whose whose, String what, Supplier<Map<String, String>> values) {
        return new MatrixThing(
                whose, whose == Whose.NONE ? whose.word() : whose.word() + what, values, "");
    }

    /// 谁的 — whose it is, as the table says.
    enum Whose {
        OWN("青石街道"),
        OTHER("柳河镇"),
        ABROAD("另一县"),
        NONE("没有的");

        private final String word;

        Whose(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
