package org.mingze.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingze.institution.RecordType;
import org.mingze.journal.CanonicalJson;
import org.mingze.journal.Content;
import org.mingze.journal.Digest;
import org.mingze.journal.Draft;
import org.mingze.journal.Entry;
import org.mingze.organization.Organization;
import org.mingze.organization.OrganizationFault;
import org.mingze.work.EntryCheck;
import org.mingze.work.Knowledge;

/// The organization as it would be with the rows read so far, so that each is tried on those
/// before.
final class OrganizationTrial {
    private static final List<String> KINDS =
            List.of("机构", "机构变更", "撤销机构", "岗位", "岗位变更", "撤销岗位", "人员", "编入", "编出", "任", "卸");
    private static final int CODE_DIGITS = 10;

    private final Organization organization = new Organization();
    private long number;

    OrganizationTrial(Knowledge known) {
        List<Entry> acts = new ArrayList<>();
        KINDS.forEach(kind -> acts.addAll(known.acts(kind)));
        acts.sort(Comparator.comparingLong(Entry::number));
        for (Entry act : acts) {
            take(act);
        }
        number = known.size();
    }

    /// An act that did not fit when it was known changes nothing here either.
    private void take(Entry act) {
        try {
            organization.apply(act);
        } catch (OrganizationFault unfit) {
            return;
        }
    }

    Organization organization() {
        return organization;
    }

    /// The draft with a code of its own where none is written.
    static Draft coded(Draft draft) {
        boolean bearsCode = List.of("机构", "岗位", "人员").contains(draft.kind());
        if (!bearsCode || draft.content().text("号").isPresent()) {
            return draft;
        }
        String line = draft.kind() + CanonicalJson.write(draft.content());
        String code =
                Digest.of(line.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, CODE_DIGITS);
        Map<String, Content> fields = new LinkedHashMap<>();
        fields.put("号", new Content.Text("x" + code));
        fields.putAll(draft.content().fields());
        return new Draft(
                draft.kind(),
                draft.occurred(),
                draft.recorder(),
                draft.mode(),
                new Content.Group(fields));
    }

    /// What is wrong with an act after those before it; taken in if nothing is.
    List<EntryCheck.Fault> apply(RecordType type, Draft draft, Instant now) {
        List<EntryCheck.Fault> lacking =
                type.requiredFields().stream()
                        .map(RecordType.Field::name)
                        .filter(field -> draft.content().get(field).isEmpty())
                        .map(field -> new EntryCheck.Fault(field, "未填“" + field + "”，它是必填的"))
                        .toList();
        if (!lacking.isEmpty()) {
            return lacking;
        }
        try {
            organization.apply(Entry.of(++number, draft, now));
            return List.of();
        } catch (OrganizationFault fault) {
            return List.of(new EntryCheck.Fault("", String.valueOf(fault.getMessage())));
        }
    }
}
