package org.mingze.dossier.supervision;

import java.util.List;
import java.util.Optional;
import org.mingze.web.Blank;
import org.mingze.web.Field;
import org.mingze.web.Heading;
import org.mingze.web.Link;
import org.mingze.web.Part;
import org.mingze.web.Prose;

/// 轮查抽查页 — whose turn it is by the rotas in force, and the draws with their seeds.
///
/// @param fields what a draw is asked
public record InspectionsPage(
        Heading heading, Part turns, List<Field> fields, List<Drawn> draws, String foot) {
    /// 一签 — a draw that was made, whom it drew, and whether drawing again gives the same.
    public record Drawn(Link link, String day, String who, String whom, boolean same) {}

    /// 重抽 — a draw made again from its seed, lot by lot.
    public record Again(
            Heading heading, Prose proof, boolean same, List<Lot> lots, Optional<Blank> blank) {
        public Again {
            lots = List.copyOf(lots);
        }
    }

    /// 签 — a body, its digest, and whether it was drawn.
    public record Lot(int place, String name, String digest, boolean drawn, Link inspect) {}

    public InspectionsPage {
        fields = List.copyOf(fields);
        draws = List.copyOf(draws);
    }
}
