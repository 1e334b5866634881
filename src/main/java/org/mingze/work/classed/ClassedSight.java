package org.mingze.work.classed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingze.organization.Body;
import org.mingze.organization.Organization;
import org.mingze.organization.Post;
import org.mingze.work.Knowledge;
import org.mingze.work.Sight;
import org.mingze.work.WorkRecord;
import org.mingze.work.WorkRecords;

/// 看得到的隐情 — whose personal and case values a post reads: of what its body did or entered, as
/// head of a body also of what is below, as petition office of the petitions that it handles, and
/// of what its body is asked to look at again (decision 11).
public final class ClassedSight {
    private static final String PETITION = "来件";
    private static final String PETITION_OFFICE = "信访机构";

    /// Whose petitions no petition office reads: an accusation goes to them alone.
    private static final String DISCIPLINE = "纪委";

    /// 谁看得到 — of one record.
    ///
    /// @param bodies every post of these, by code
    /// @param office whether the petition office that acts for the owner does
    /// @param heads  whether the heads of the bodies above do
    public record Readers(List<String> bodies, boolean office, boolean heads) {
        public Readers {
            bodies = List.copyOf(bodies);
        }
    }

    private final Knowledge known;
    private final Organization organization;
    private final Sight sight;
    private final Optional<Body> own;
    private final LocalDate day;

    private ClassedSight(Knowledge known, String post, LocalDate day) {
        this.known = known;
        this.organization = known.organization();
        this.sight = Sight.of(organization, post, day);
        this.own =
                organization
                        .post(post, day)
                        .map(Post::body)
                        .flatMap(body -> organization.body(body, day));
        this.day = day;
    }

    public static ClassedSight of(Knowledge known, String post, LocalDate day) {
        return new ClassedSight(known, post, day);
    }

    /// What was withdrawn is read where it was entered alone.
    public boolean reads(WorkRecord record) {
        return isEntered(record)
                || (stands(record)
                        && (answersFor(owner(record))
                                || isServed(record)
                                || reviewing(record).anyMatch(this::reads)));
    }

    /// Whether the post, or another of its body, entered it.
    public boolean isEntered(WorkRecord record) {
        return record.recorder().post().equals(sight.post()) || isOwn(desk(record));
    }

    /// Whether it holds what not everybody who opens it reads: a classed value, or the papers of a
    /// petition.
    public boolean guards(WorkRecord record) {
        return record.type().fields().values().stream()
                        .filter(field -> field.fieldClass().isClassed())
                        .anyMatch(field -> record.fields().containsKey(field.name()))
                || isPetition(record)
                || !petitions(record).isEmpty();
    }

    public Readers readers(WorkRecord record) {
        boolean stands = stands(record);
        Stream<String> handling =
                Stream.concat(Stream.of(record), reviewing(record)).map(this::owner);
        return new Readers(
                Stream.concat(stands ? handling : Stream.empty(), Stream.of(desk(record)))
                        .filter(body -> !body.isEmpty())
                        .distinct()
                        .toList(),
                stands && isOfPetition(record),
                stands && organization.superior(owner(record), day).isPresent());
    }

    /// The body whose record it is, or the one that carries on its work.
    public String owner(WorkRecord record) {
        return carriedOn(WorkRecords.body(record, known));
    }

    /// The body of the post that entered it, or the one that carries on its work.
    public String desk(WorkRecord record) {
        return organization
                .lastPost(record.recorder().post(), day)
                .map(post -> carriedOn(post.body()))
                .orElse("");
    }

    /// The body itself, the one that carries on its work, or the one that it stood under.
    private String carriedOn(String body) {
        return organization
                .carriedOnBy(body, day)
                .or(() -> organization.lastBody(body, day).flatMap(Body::parent))
                .orElse("");
    }

    private boolean stands(WorkRecord record) {
        return known.records().find(record.number()).isPresent();
    }

    private boolean isOwn(String body) {
        return own.map(Body::code).filter(body::equals).isPresent();
    }

    /// A body answers for what is its own through every post, for what is below through its head.
    private boolean answersFor(String body) {
        if (isOwn(body)) {
            return true;
        }
        Optional<Body> above = organization.superior(body, day);
        while (above.isPresent()) {
            if (organization
                    .headPost(above.get().code(), day)
                    .map(Post::code)
                    .filter(sight.post()::equals)
                    .isPresent()) {
                return true;
            }
            above = organization.superior(above.get().code(), day);
        }
        return false;
    }

    /// A petition, and what the body that handles it records on it, is read by the petition office
    /// that acts for that body.
    private boolean isServed(WorkRecord record) {
        return own.filter(body -> body.kind().equals(PETITION_OFFICE)).isPresent()
                && isOfPetition(record)
                && sight.does(organization, owner(record), day);
    }

    private boolean isOfPetition(WorkRecord record) {
        String owner = owner(record);
        return organization
                        .body(owner, day)
                        .filter(body -> !body.kind().equals(DISCIPLINE))
                        .isPresent()
                && Stream.concat(
                                Stream.of(record),
                                known.records().followedBy(record.number()).stream())
                        .filter(ClassedSight::isPetition)
                        .anyMatch(petition -> owner(petition).equals(owner));
    }

    /// Whoever is asked to look at it again reads what was asked for and answered before; whoever
    /// answered reads what is said of the answer.
    private Stream<WorkRecord> reviewing(WorkRecord record) {
        return Stream.concat(asking(record), reviewed(record));
    }

    /// The requests to look again that follow from a petition or from an answer to one.
    private Stream<WorkRecord> asking(WorkRecord record) {
        return isPetition(record) || !petitions(record).isEmpty()
                ? known.records().followersOf(record.number()).stream()
                        .filter(ClassedSight::isPetition)
                : Stream.empty();
    }

    /// The answers that an answer to a request to look again is about.
    private Stream<WorkRecord> reviewed(WorkRecord record) {
        return isPetition(record) || petitions(record).size() < 2
                ? Stream.empty()
                : known.records().followedBy(record.number()).stream()
                        .filter(before -> before.type().equals(record.type()));
    }

    private List<WorkRecord> petitions(WorkRecord record) {
        return known.records().followedBy(record.number()).stream()
                .filter(ClassedSight::isPetition)
                .toList();
    }

    private static boolean isPetition(WorkRecord record) {
        return record.type().name().equals(PETITION);
    }
}
