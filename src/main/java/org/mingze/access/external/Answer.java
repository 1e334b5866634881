package org.mingze.access.external;

import java.util.Optional;

/// 答复 — what came of going to the provider.
sealed interface Answer {
    record Recognised(Errand errand, Identity identity) implements Answer {}

    /// 不成 — why nobody was recognised.
    ///
    /// @param errand empty where nobody was sent from this session
    /// @param told   what the provider or the check called it, for the trail
    record Refused(Optional<Errand> errand, ExternalRefusal why, String told) implements Answer {}
}
