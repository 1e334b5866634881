package org.mingze.dossier;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Fact;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Mark;
import org.mingze.web.Place;
import org.mingze.web.Prose;
import org.mingze.web.Refusal;
import org.mingze.web.Tag;

/// 案卷页 — where a dossier stands, every record of it, and what this post may do now.
///
/// @param faults what stood against the last attempt, each leading to where it is mended
public record DossierPage(
        Heading heading,
        List<Link> faults,
        Place place,
        List<Stage> stages,
        List<Step> chain,
        List<Desk> desks,
        String waiting,
        Optional<Deadline> deadline,
        List<Fact> people,
        List<DutyLine> duties,
        Prose basis,
        Optional<Alike> alike) {
    /// 阶段.
    public record Stage(String word, String below, Progress progress) {}

    public enum Progress {
        PAST,
        NOW,
        AHEAD
    }

    /// 经过 — one record of the chain with its receipt.
    ///
    /// @param receipt 第0203号, where it comes from, 录时 — each its own piece
    /// @param back    true for a return, which is shown in red
    public record Step(
            String day,
            String word,
            String title,
            String who,
            Prose text,
            List<Link> files,
            List<Prose> receipt,
            List<Tag> tags,
            boolean back) {
        public Step {
            files = List.copyOf(files);
            receipt = List.copyOf(receipt);
            tags = List.copyOf(tags);
        }
    }

    /// 案头 — an act that this post may do now, as a form.
    ///
    /// @param id      the anchor that the heading's button leads to
    /// @param refusal what stood against the last attempt, shown beside the button that caused it
    public record Desk(
            String id,
            String heading,
            Prose hint,
            String send,
            List<Hidden> hidden,
            List<Field> fields,
            String sendWord,
            boolean main,
            Optional<Refusal> refusal) {
        public Desk {
            hidden = List.copyOf(hidden);
            fields = List.copyOf(fields);
        }
    }

    /// 表的锚 — where the form by which a kind of record is made stands in its dossier.
    public static String anchor(String desk) {
        return DossierAct.at(desk).map(DossierAct::recordType).orElse("");
    }

    public record Hidden(String name, String value) {}

    /// 期限 — the days left, large, with the sentence below.
    public record Deadline(String count, String unit, Prose words, boolean over) {}

    /// 职责一行 — a duty on the dossier, how it stands, and the sentence that says why.
    public record DutyLine(Link name, Mark mark, Prose why) {
        public DutyLine(Link name, Mark mark) {
            this(name, mark, Prose.EMPTY);
        }
    }

    /// 同类 — how often the like has happened.
    public record Alike(Prose words, Optional<Link> link) {}

    public DossierPage {
        faults = List.copyOf(faults);
        stages = List.copyOf(stages);
        chain = List.copyOf(chain);
        desks = List.copyOf(desks);
        people = List.copyOf(people);
        duties = List.copyOf(duties);
    }
}
