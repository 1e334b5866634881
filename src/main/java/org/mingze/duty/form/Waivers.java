package org.mingze.duty.form;

import java.util.List;
import java.util.Optional;
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
import org.mingze.institution.expression.Value;
import org.mingze.journal.Entry;

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

    /// Whether an act names the duty and bearer of this obligation, and no other occasion.
    static boolean citesDuty(Entry act, Obligation obligation) {
        ObligationKey key = obligation.key();
        boolean anyOccasion =
                List.of("期", "件", "级").stream()
                        .allMatch(field -> act.content().text(field).isEmpty());
        return act.content().text("号").filter(key.duty()::equals).isPresent()
                && matches(act.content().text("编号"), key.institution())
                && matches(act.content().text("谁"), key.bearer())
                && matches(act.content().text("对"), key.counterpart().orElse(""))
                && (anyOccasion || occasionMatches(act, obligation.occasion()));
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
        return !own && isBy(act, who, situation);
    }

    /// Whether 批 names the authority: itself, its holder, or the head of the body.
    public static boolean isBy(
            Entry act, Optional<Value.Reference> authority, Situation situation) {
        Optional<String> approver = act.content().text("批");
        if (authority.isEmpty() || approver.isEmpty()) {
            return false;
        }
        String by = approver.get();
        return switch (authority.get().kind()) {
            case BODY ->
                    by.equals(authority.get().code())
                            || situation
                                    .organization()
                                    .postsIn(authority.get().code(), act.occurred().day())
                                    .stream()
                                    .anyMatch(post -> post.code().equals(by));
            case POST ->
                    by.equals(authority.get().code())
                            || situation
                                    .organization()
                                    .holder(authority.get().code(), act.occurred().day())
                                    .filter(by::equals)
                                    .isPresent();
            case PERSON ->
                    by.equals(authority.get().code())
                            || situation
                                    .organization()
                                    .postsOf(authority.get().code(), act.occurred().day())
                                    .stream()
                                    .anyMatch(post -> post.code().equals(by));
        };
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
