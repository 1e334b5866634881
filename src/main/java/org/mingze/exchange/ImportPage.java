package org.mingze.exchange;

import java.util.List;
import java.util.Optional;
import org.mingze.exchange.conversion.Roster;
import org.mingze.exchange.conversion.RowProblem;
import org.mingze.web.Fact;
import org.mingze.web.Heading;
import org.mingze.web.Listing;
import org.mingze.web.Refusal;

/// 导入页 — one file: how far it has come, what is to be mended, what can be done next.
public record ImportPage(
        Heading heading,
        Optional<Progress> progress,
        Optional<Refusal> refusal,
        List<Fact> facts,
        List<Button> buttons,
        Optional<Repeats> repeats,
        Optional<Namesakes> namesakes,
        List<RowProblem> problems,
        Listing listing) {
    /// 进度.
    ///
    /// @param ask   where the next one is asked for
    /// @param again the page itself, for a browser without scripts
    public record Progress(String title, String text, String ask, String again) {}

    /// 按钮 — a form of one button.
    public record Button(String word, String send, boolean main) {}

    /// 相同的行 — whether each of them is meant.
    public record Repeats(String send, boolean meant) {}

    /// 同名的行 — whether they are one person.
    public record Namesakes(String send, Roster.Alike said) {}

    public ImportPage {
        facts = List.copyOf(facts);
        buttons = List.copyOf(buttons);
        problems = List.copyOf(problems);
    }
}
