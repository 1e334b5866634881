package org.mingze.office.reorganizing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.EntryCheck;

/// 所写 — what was typed for a deed, the bodies and posts that it names on that day, and what is
/// wrong with it so far.
record Told(
        Organization organization,
        Map<String, String> typed,
        LocalDate day,
        List<EntryCheck.Fault> faults) {

    String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    List<String> lines(String field) {
        return text(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    Optional<Body> body(String field) {
        Optional<Body> found =
                organization
                        .findBody(text(field), day)
                        .flatMap(code -> organization.body(code, day));
        if (found.isEmpty()) {
            fault(field, "这一天没有机构“" + text(field) + "”，或同名不止一个；写全名或编号");
        }
        return found;
    }

    Optional<Post> post(String field) {
        Optional<Post> found =
                organization
                        .findPost(text(field), day)
                        .flatMap(code -> organization.post(code, day));
        if (found.isEmpty()) {
            fault(field, "这一天没有岗位“" + text(field) + "”，或同名不止一个；写全名或编号");
        }
        return found;
    }

    /// A name by which two bodies went would name neither.
    void needFreeName(String renamed) {
        organization.bodies(day).stream()
                .filter(other -> other.name().equals(text("name")) && !other.code().equals(renamed))
                .findFirst()
                .ifPresent(
                        other ->
                                fault(
                                        "name",
                                        "这一天已有机构“%s”，编号%s；换一个名字，或先给那个机构更名"
                                                .formatted(other.name(), other.code())));
    }

    void needFreePostName(Body body) {
        organization.postsIn(body.code(), day).stream()
                .filter(other -> other.name().equals(text("name")))
                .findFirst()
                .ifPresent(
                        other ->
                                fault(
                                        "name",
                                        "这一天%s已有岗位“%s”，编号%s；换一个名字"
                                                .formatted(
                                                        body.name(), other.name(), other.code())));
    }

    /// The first of a field; of the deed as a whole, every one.
    void fault(String field, String sentence) {
        if (field.isEmpty() || faults.stream().noneMatch(each -> each.field().equals(field))) {
            faults.add(new EntryCheck.Fault(field, sentence));
        }
    }
}
