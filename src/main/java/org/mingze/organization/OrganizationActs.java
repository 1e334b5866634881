package org.mingze.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.journal.Content;
import org.mingze.journal.Entry;
import org.mingze.organization.OrganizationAct.Appointed;
import org.mingze.organization.OrganizationAct.BodyAbolished;
import org.mingze.organization.OrganizationAct.BodyChanged;
import org.mingze.organization.OrganizationAct.BodyEstablished;
import org.mingze.organization.OrganizationAct.Departed;
import org.mingze.organization.OrganizationAct.MemberJoined;
import org.mingze.organization.OrganizationAct.MemberLeft;
import org.mingze.organization.OrganizationAct.PersonRegistered;
import org.mingze.organization.OrganizationAct.PostAbolished;
import org.mingze.organization.OrganizationAct.PostChanged;
import org.mingze.organization.OrganizationAct.PostEstablished;

/// 机构变动读法 — acts about the organization, read from the content of journal entries.
public final class OrganizationActs {
    private static final Set<String> KINDS =
            Set.of("机构", "机构变更", "撤销机构", "岗位", "岗位变更", "撤销岗位", "人员", "编入", "编出", "任", "卸");

    private OrganizationActs() {}

    /// Whether entries of this kind speak of the organization.
    public static boolean isKind(String kind) {
        return KINDS.contains(kind);
    }

    /// The act that an entry carries.
    ///
    /// @throws OrganizationFault if a key that the act needs is absent
    public static OrganizationAct read(Entry entry) {
        return switch (entry.kind()) {
            case "机构", "机构变更", "撤销机构" -> readBody(entry);
            case "岗位", "岗位变更", "撤销岗位" -> readPost(entry);
            case "人员" -> {
                String code = need(entry, "号");
                yield new PersonRegistered(code, entry.content().text("名").orElse(code));
            }
            case "编入" -> new MemberJoined(need(entry, "人"), need(entry, "机构"));
            case "编出" -> new MemberLeft(need(entry, "人"), need(entry, "机构"));
            case "任" -> new Appointed(need(entry, "人"), need(entry, "岗"));
            case "卸" -> new Departed(need(entry, "人"), need(entry, "岗"));
            default -> throw new OrganizationFault("“" + entry.kind() + "”不是机构变动");
        };
    }

    private static OrganizationAct readBody(Entry entry) {
        Content.Group content = entry.content();
        return switch (entry.kind()) {
            case "机构" ->
                    new BodyEstablished(
                            need(entry, "号"),
                            need(entry, "名"),
                            need(entry, "类"),
                            content.text("级"),
                            content.text("属"),
                            content.text("地"));
            case "机构变更" ->
                    new BodyChanged(
                            need(entry, "机构"),
                            content.text("名"),
                            content.text("类"),
                            content.text("级"),
                            content.text("属"),
                            content.text("地"));
            default -> new BodyAbolished(need(entry, "机构"), content.text("并入"));
        };
    }

    private static OrganizationAct readPost(Entry entry) {
        Content.Group content = entry.content();
        return switch (entry.kind()) {
            case "岗位" ->
                    new PostEstablished(
                            need(entry, "号"),
                            need(entry, "名"),
                            need(entry, "于"),
                            need(entry, "职"),
                            texts(content, "分管").orElse(List.of()));
            case "岗位变更" ->
                    new PostChanged(
                            need(entry, "岗"),
                            content.text("名"),
                            content.text("于"),
                            content.text("职"),
                            texts(content, "分管"));
            default -> new PostAbolished(need(entry, "岗"));
        };
    }

    private static String need(Entry entry, String key) {
        return entry.content()
                .text(key)
                .filter(value -> !value.isBlank())
                .orElseThrow(
                        () ->
                                new OrganizationFault(
                                        "第%d号%s没有写“%s”，补上后再录"
                                                .formatted(entry.number(), entry.kind(), key)));
    }

    /// One text counts as a list of one.
    private static Optional<List<String>> texts(Content.Group content, String key) {
        List<String> found = new ArrayList<>();
        if (content.get(key).isEmpty()) {
            return Optional.empty();
        }
        content.text(key).ifPresent(found::add);
        if (content.get(key).get() instanceof Content.Series(List<Content> items)) {
            for (Content item : items) {
                if (item instanceof Content.Text(String value)) {
                    found.add(value);
                }
            }
        }
        return Optional.of(List.copyOf(found));
    }
}
