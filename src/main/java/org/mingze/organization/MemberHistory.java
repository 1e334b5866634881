package org.mingze.organization;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.mingze.organization.OrganizationAct.MemberJoined;
import org.mingze.organization.OrganizationAct.MemberLeft;

/// 编入沿革 — who belongs to one body without a post; who leaves on a day belongs to its end.
final class MemberHistory {
    private final TreeSet<DatedAct> acts = new TreeSet<>();

    void add(DatedAct act) {
        acts.add(act);
    }

    void remove(DatedAct act) {
        acts.remove(act);
    }

    NavigableSet<String> on(LocalDate day) {
        NavigableSet<String> members = new TreeSet<>();
        for (DatedAct dated : acts) {
            if (dated.day().isAfter(day)) {
                break;
            }
            if (dated.act() instanceof MemberJoined(String person, String _)) {
                members.add(person);
            } else if (dated.act() instanceof MemberLeft(String person, String _)
                    && dated.day().isBefore(day)) {
                members.remove(person);
            }
        }
        return members;
    }
}
