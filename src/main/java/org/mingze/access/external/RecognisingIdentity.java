package org.mingze.access.external;

import java.time.Instant;
import java.util.Optional;
import org.mingze.access.Accounts;
import org.mingze.access.SignInOutcome;
import org.mingze.access.SignInSentence;
import org.mingze.access.SignedIn;
import org.mingze.access.SigningIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 认人 — which account an identity may come in as. It never opens one; a locked name stays out.
@Component
class RecognisingIdentity {
    private final Bindings bindings;
    private final IdentityProvider provider;
    private final SigningIn signingIn;

    RecognisingIdentity(Bindings bindings, IdentityProvider provider, SigningIn signingIn) {
        this.bindings = bindings;
        this.provider = provider;
        this.signingIn = signingIn;
    }

    sealed interface Outcome {
        /// 认得 — whom it is.
        ///
        /// @param bound whether the claim bound the account just now
        record Known(SignedIn who, boolean bound) implements Outcome {}

        /// 不认 — with the sentence for the page.
        ///
        /// @param account empty where none is known
        record Refused(String account, String sentence) implements Outcome {}
    }

    @Transactional
    Outcome recognise(int county, Identity identity, Instant now) {
        Optional<SignedIn> holder = bindings.holder(county, identity);
        if (holder.isPresent()) {
            return admitted(holder.get(), identity, false, now);
        }
        if (!provider.namesAccounts()) {
            return refused("", ExternalRefusal.UNBOUND);
        }
        Optional<SignedIn> named = bindings.account(county, Accounts.plain(identity.account()));
        return named.isEmpty()
                ? refused("", ExternalRefusal.NO_ACCOUNT)
                : admitted(named.get(), identity, true, now);
    }

    private Outcome admitted(SignedIn who, Identity identity, boolean binds, Instant now) {
        SignInOutcome outcome = signingIn.recognise(who, now);
        if (!(outcome instanceof SignInOutcome.Admitted)) {
            return new Outcome.Refused(who.signInName(), SignInSentence.of(outcome));
        }
        if (binds && !bindings.bind(who, identity, now)) {
            return refused(who.signInName(), ExternalRefusal.ANOTHERS);
        }
        bindings.used(who, now);
        return new Outcome.Known(who, binds);
    }

    private Outcome refused(String account, ExternalRefusal why) {
        return new Outcome.Refused(account, why.sentence(provider.name()));
    }
}
