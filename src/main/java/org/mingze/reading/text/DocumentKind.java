package org.mingze.reading.text;

import java.util.regex.Pattern;

/// 文种 — what sort of document it is, told by its first lines, then by its words.
public enum DocumentKind {
    DUTY_LIST("责任清单", "(?:责任|职责|履责|履职|权责|权力)[^，。\\n]{0,8}清单|责任书|职责分工|职责任务|岗位职责"),
    TASK_TABLE("任务清单", "任务清单|任务分解|任务台账|任务表|整改清单|问题清单|整改台账|分工方案|工作要点"),
    AUDIT("审计报告", "审计(结果|报告|情况|工作|调查)|审计厅|审计局|审计署"),
    RECTIFICATION("整改报告", "整改(落实)?(情况|报告|方案|进展|工作)"),
    DUTY_REPORT("述职报告", "述职|述廉|述责|履职(情况|报告)|一岗双责.{0,12}(情况|报告)"),
    SELF_EXAMINATION("对照检查", "对照检查|检视剖析|自我剖析|自查报告|检查材料|发言提纲|自我检查"),
    ORGANISATION_LIFE("组织生活", "组织生活会|民主生活会|民主评议"),
    REPORT("报告", "报告");

    private static final int HEAD_LENGTH = 120;
    private static final int BODY_LENGTH = 1500;

    private final String title;
    private final Pattern sign;

    DocumentKind(String title, String sign) {
        this.title = title;
        this.sign = Pattern.compile(sign);
    }

    public String title() {
        return title;
    }

    static DocumentKind of(String text) {
        String head = head(text);
        for (DocumentKind kind : values()) {
            if (kind != REPORT && kind.sign.matcher(head).find()) {
                return kind;
            }
        }
        String body = text.substring(0, Math.min(BODY_LENGTH, text.length()));
        for (DocumentKind kind :
                new DocumentKind[] {SELF_EXAMINATION, DUTY_REPORT, ORGANISATION_LIFE}) {
            if (kind.sign.matcher(body).find()) {
                return kind;
            }
        }
        return REPORT;
    }

    /// The first lines that are short enough to be a title.
    private static String head(String text) {
        StringBuilder head = new StringBuilder();
        int from = 0;
        for (int line = 0; line < 4 && from < text.length(); line++) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            if (end - from <= HEAD_LENGTH / 2 && text.indexOf('。', from) != end - 1) {
                head.append(text, from, end).append('\n');
            }
            from = end + 1;
        }
        return head.toString();
    }
}
