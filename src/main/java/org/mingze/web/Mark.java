package org.mingze.web;

/// 标记 — a state said three ways: by shape, by colour and by word.
///
/// @param word the state, or the stage of a dossier that has this shape
public record Mark(Shape shape, String word) {
    /// 形 — one drawing a state; they differ in black and white too.
    public enum Shape {
        AHEAD("未到", "is-ahead"),
        OPEN("在办", "is-open"),
        DONE("已履", "is-done"),
        LATE("迟履", "is-late"),
        BREACH("违", "is-breach"),
        WAIVED("免", "is-waived"),
        STAYED("停", "is-stayed"),
        WITHDRAWN("撤", "is-withdrawn"),
        UNKNOWN("缺据", "is-unknown"),
        OFF("未启用", "is-off"),
        CLASH("冲突", "is-clash");

        private final String word;
        private final String style;

        Shape(String word, String style) {
            this.word = word;
            this.style = style;
        }

        public String word() {
            return word;
        }

        public String style() {
            return style;
        }
    }

    /// The shape under the state's own word.
    public static Mark of(Shape shape) {
        return new Mark(shape, shape.word());
    }

    /// 不适用 has the shape of what is off, and its own word.
    public static Mark notApplicable() {
        return new Mark(Shape.OFF, "不适用");
    }
}
