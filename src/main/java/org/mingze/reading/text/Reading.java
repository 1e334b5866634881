package org.mingze.reading.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// 审读结果 — what was found in one document. Every offset is a UTF-16 index into the decoded text.
public record Reading(
        String file,
        DocumentKind kind,
        int length,
        List<Heading> outline,
        List<Figure> figures,
        List<Finding> findings,
        List<Cause> causes,
        List<Measure> measures,
        List<Link> links,
        List<Duty> duties,
        List<String> mechanisms,
        List<VagueAmount> vague) {

    public Reading {
        outline = List.copyOf(outline);
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
        causes = List.copyOf(causes);
        measures = List.copyOf(measures);
        links = List.copyOf(links);
        duties = List.copyOf(duties);
        mechanisms = List.copyOf(mechanisms);
        vague = List.copyOf(vague);
    }

    /// 标题 — a numbered item, or an implicit heading (its marker is empty).
    public record Heading(int level, String marker, String title, int offset, boolean implicit) {}

    /// 数字 — a magnitude stated in the text; a masked one has no value.
    public record Figure(
            String text,
            OptionalDouble value,
            String unit,
            boolean masked,
            boolean approx,
            FigureKind kind,
            int offset) {
        private static final int MARK_MAX = 8;

        /// Where it ends in the document: its own text leaves out the marks that stand in it.
        public int end(String document) {
            int end = offset;
            for (int at = 0; at < text.length(); at++) {
                int next = document.indexOf(text.charAt(at), end);
                if (next < 0 || next - end > MARK_MAX) {
                    return Math.min(offset + text.length(), document.length());
                }
                end = next + 1;
            }
            return end;
        }
    }

    /// 数字种类 — what the figure is stated for.
    public enum FigureKind {
        CLAIM("claim", "成效"),
        RATE("rate", "比率"),
        DURATION("duration", "时长"),
        FREQUENCY("freq", "频次"),
        TARGET("target", "目标"),
        STANDARD("standard", "标准"),
        ENUMERATION("enum", "列举");

        private final String code;
        private final String title;

        FigureKind(String code, String title) {
            this.code = code;
            this.title = title;
        }

        public String code() {
            return code;
        }

        public String title() {
            return title;
        }
    }

    /// 问题 — one itemised problem that the document admits or an audit found.
    public record Finding(String gist, int offset, String section) {}

    /// 原因 — why, where the text itself says it is a cause.
    public record Cause(String gist, int offset) {}

    /// 措施 — a promise about the future.
    public record Measure(
            String gist,
            int offset,
            Optional<String> deadline,
            Optional<String> owner,
            Optional<String> frequency) {}

    /// 职责 — one line of a duty list.
    public record Duty(
            String gist,
            int offset,
            Optional<String> frequency,
            Optional<String> deadline,
            Optional<String> owner) {}

    /// 对应 — a finding with the cause and the measure that share its topic, as list indexes.
    public record Link(int finding, OptionalInt cause, OptionalInt measure) {}

    /// 模糊数 — an amount that cannot be checked, such as 多次 or 若干.
    public record VagueAmount(String text, int offset) {}
}
