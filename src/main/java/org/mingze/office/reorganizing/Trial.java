package org.mingze.office.reorganizing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.organization.Organization;
import org.mingze.organization.OrganizationFault;
import org.mingze.work.Knowledge;

/// 试办 — whether acts fit the organization one after the other, without entering any.
final class Trial {
    static final List<String> KINDS =
            List.of("机构", "机构变更", "撤销机构", "岗位", "岗位变更", "撤销岗位", "人员", "编入", "编出", "任", "卸");

    private Trial() {}

    /// Why they do not, if they do not.
    static Optional<String> misfit(Knowledge known, List<Draft> drafts, Instant now) {
        Organization organization = copy(known);
        long number = known.size();
        for (Draft draft : drafts) {
            number++;
            if (Organization.isOrganizationAct(draft.kind())) {
                try {
                    organization.apply(Entry.of(number, draft, now));
                } catch (OrganizationFault unfit) {
                    return Optional.of(String.valueOf(unfit.getMessage()));
                }
            }
        }
        return Optional.empty();
    }

    private static Organization copy(Knowledge known) {
        List<Entry> acts = new ArrayList<>();
        KINDS.forEach(kind -> acts.addAll(known.acts(kind)));
        acts.sort(Comparator.comparingLong(Entry::number));
        Organization organization = new Organization();
        acts.forEach(act -> take(organization, act));
        return organization;
    }

    /// An act that did not fit when it was known changes nothing here either.
    private static void take(Organization organization, Entry act) {
        try {
            organization.apply(act);
        } catch (OrganizationFault unfit) {
            return;
        }
    }
}
