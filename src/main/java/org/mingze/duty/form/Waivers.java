package org.mingze.duty.form;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingze.duty.AsOf;
import org.mingze.duty.Naming;
import org.mingze.duty.Obligation;
import org.mingze.duty.ObligationKey;
import org.mingze.duty.Occasion;
import org.mingze.duty.Standing;
import org.mingze.duty.Verdict;
import org.mingze.duty.situation.Bearers;
import org.mingze.duty.situation.ClosedPeriods;
import org.mingze.duty.situation.Situation;
import org.mingze.institution.Bearer;
import org.mingze.institution.Duty;
import org.mingze.institution.Role;
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;
import org.mingze.organization.Organization;

/// 免 — an act of the authority, never of the bearer, that takes an obligation away with a reason.
public final class Waivers {
    private Waivers() {}

    public static Verdict apply(Verdict verdict, AsOf asOf) {
        Obligation obligation = verdict.obligation();
        return acts("免", obligation, asOf).stream()
                .filter(act -> !act.occurred().day().isAfter(asOf.day()))
                .filter(act -> cites(act, obligation))
                .filter(act -> isAuthorized(act, obligation, asOf))
                .findFirst()
                .map(
                        act ->
                                verdict.standing(Standing.WAIVED, sentence(act, obligation, asOf))
                                        .using(List.of(act.number())))
                .orElse(verdict);
    }

    /// The acts of a kind that may name this obligation, in their order.
    static List<Entry> acts(String kind, Obligation obligation, AsOf asOf) {
        String duty = obligation.duty().number();
        return obligation.occasion() instanceof Occasion.OnRecord(long record, var _)
                ? asOf.known().acts(kind, duty, record)
                : asOf.known().acts(kind, duty);
    }

    /// Whether an act names this obligation by its keys: 编号 号 谁 期 件 对.
    public static boolean cites(Entry act, Obligation obligation) {
        return citesDuty(act, obligation) && occasionMatches(act, obligation.occasion());
    }

    /// Whether an act names the duty and bearer of this obligation, and no other occasion. An
    /// exemption names whom it exempts: one without 谁 is nobody's. A 延 names the item alone.
    static boolean citesDuty(Entry act, Obligation obligation) {
        ObligationKey key = obligation.key();
        boolean anyOccasion =
                List.of("期", "件", "级").stream()
                        .allMatch(field -> act.content().text(field).isEmpty());
        return act.content().text("号").filter(key.duty()::equals).isPresent()
                && act.content().text("编号").filter(key.institution()::equals).isPresent()
                && namesBearer(act, key)
                && matches(act.content().text("对"), key.counterpart().orElse(""))
                && (anyOccasion || occasionMatches(act, obligation.occasion()));
    }

    private static boolean namesBearer(Entry act, ObligationKey key) {
        Optional<String> named = act.content().text("谁");
        boolean left = named.isEmpty() && act.kind().equals("延");
        return left || named.orElse("").equals(key.bearer());
    }

    private static boolean matches(Optional<String> written, String actual) {
        return written.isEmpty() || written.get().equals(actual);
    }

    private static boolean occasionMatches(Entry act, Occasion occasion) {
        Optional<String> written =
                switch (occasion) {
                    case Occasion.InPeriod _ -> act.content().text("期");
                    case Occasion.OnRecord _ -> act.content().text("件").map(number -> "件" + number);
                    case Occasion.OnBreach _ -> act.content().text("级");
                };
        return written.filter(occasion.code()::equals).isPresent();
    }

    /// Whether who made the act may take this obligation away.
    public static boolean isAuthorized(Entry act, Obligation obligation, AsOf asOf) {
        Optional<Bearer> authority =
                obligation
                        .duty()
                        .waivable()
                        .map(Duty.Waivable::authority)
                        .or(() -> obligation.duty().enforcer());
        Situation situation = Situations.of(obligation, asOf).after(act.occurred().day());
        Optional<Value.Reference> who =
                authority.flatMap(bearer -> Bearers.resolve(bearer, situation));
        boolean own =
                who.equals(obligation.bearer())
                        || act.content()
                                .text("批")
                                .equals(obligation.bearer().map(Value.Reference::code));
        return !own && authority.filter(named -> isBy(act, named, situation)).isPresent();
    }

    /// Whether 批 names the authority: a body itself or the post at its head; where the rule names
    /// posts, any of these at the nearest body, or its holder; a person himself or a post of his.
    public static boolean isBy(Entry act, Bearer authority, Situation situation) {
        Optional<String> approver = act.content().text("批");
        Optional<Value.Reference> who = Bearers.resolve(authority, situation);
        if (who.isEmpty() || approver.isEmpty()) {
            return false;
        }
        String by = approver.get();
        LocalDate day = act.occurred().day();
        return by.equals(who.get().code())
                || posts(authority, situation, day).stream()
                        .anyMatch(
                                post ->
                                        by.equals(post)
                                                || (who.get().kind() == Value.Reference.Kind.POST
                                                        && isHeldBy(by, post, situation, day)));
    }

    /// The posts that may sign for an authority on a day: at the head of the body that it is, those
    /// that it names at the nearest body, or all of a person.
    static Set<String> posts(Bearer authority, Situation situation, LocalDate day) {
        Organization organization = situation.organization();
        Set<String> posts = new LinkedHashSet<>();
        Bearers.resolve(authority, situation)
                .ifPresent(
                        who -> {
                            switch (who.kind()) {
                                case BODY ->
                                        organization
                                                .headPost(who.code(), day)
                                                .ifPresent(head -> posts.add(head.code()));
                                case POST ->
                                        posts.addAll(
                                                posts(authority, who.code(), organization, day));
                                case PERSON ->
                                        organization
                                                .postsOf(who.code(), day)
                                                .forEach(post -> posts.add(post.code()));
                            }
                        });
        return posts;
    }

    /// A post, and where a role names several at the same body, the others.
    private static Set<String> posts(
            Bearer authority, String code, Organization organization, LocalDate day) {
        Set<String> posts = new LinkedHashSet<>(List.of(code));
        if (authority instanceof Bearer.ByRole(Role role)) {
            organization
                    .post(code, day)
                    .map(post -> organization.postsIn(post.body(), day))
                    .orElse(List.of())
                    .stream()
                    .filter(post -> Bearers.holds(role, post, organization, day))
                    .forEach(post -> posts.add(post.code()));
        }
        return posts;
    }

    private static boolean isHeldBy(String by, String post, Situation situation, LocalDate day) {
        return situation.organization().holder(post, day).filter(by::equals).isPresent();
    }

    private static String sentence(Entry act, Obligation obligation, AsOf asOf) {
        return approver(act, asOf)
                + afterwards(act, obligation, asOf)
                + "免："
                + act.content().text("因").orElse("未写理由");
    }

    /// 事后 where the period was closed before the act entered.
    static String afterwards(Entry act, Obligation obligation, AsOf asOf) {
        return ClosedPeriods.closing(obligation, act, asOf).isPresent() ? "事后" : "";
    }

    static String approver(Entry act, AsOf asOf) {
        String approver = act.content().text("批").orElse("");
        return Naming.of(asOf.known().organization(), approver, act.occurred().day());
    }
}
