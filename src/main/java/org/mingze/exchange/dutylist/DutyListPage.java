package org.mingze.exchange.dutylist;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Heading;
import org.mingze.web.Refusal;

/// 责任清单页 — a duty list to hand in, and what was read of one as a draft to complete.
public record DutyListPage(
        Heading heading, String fault, Optional<Refusal> refusal, Optional<Draft> draft) {
    /// 草案 — the text of the institution file and what is said to it.
    ///
    /// @param name   what the file to take away is called
    /// @param faults what the reader of institutions says; none for a file without errors
    public record Draft(
            String name,
            String text,
            String rows,
            String verdict,
            boolean sound,
            List<Fault> faults,
            List<Line> lines) {
        public Draft {
            faults = List.copyOf(faults);
            lines = List.copyOf(lines);
        }
    }

    /// 一处错 — where in the draft, what is wrong, how to mend it.
    public record Fault(String place, String message, String remedy) {}

    /// 清单一条 — what was read and what it came to.
    public record Line(
            String number, String place, String who, String what, String often, List<String> open) {
        public Line {
            open = List.copyOf(open);
        }
    }
}
