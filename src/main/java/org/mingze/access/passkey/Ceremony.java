package org.mingze.access.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// 验钥 — checks what a device answers to a challenge (WebAuthn, W3C); the holder must have been
/// verified by the device, so that a passkey is two factors in one. Whatever the readers of bytes
/// throw at what anybody may send is a no.
final class Ceremony {
    private static final List<PublicKeyCredentialParameters> KINDS =
            Stream.of(
                            COSEAlgorithmIdentifier.ES256,
                            COSEAlgorithmIdentifier.EdDSA,
                            COSEAlgorithmIdentifier.RS256)
                    .map(
                            kind ->
                                    new PublicKeyCredentialParameters(
                                            PublicKeyCredentialType.PUBLIC_KEY, kind))
                    .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter attested =
            new AttestedCredentialDataConverter(converter);

    /// 新钥, its bytes in Base64.
    record Made(String credential, String attested, long uses, boolean backupEligible) {}

    /// What a browser sent, in Base64.
    record Shown(
            String credential,
            String client,
            String authenticator,
            String signature,
            String user) {}

    /// Empty when it does not answer this challenge for this site.
    Optional<Made> made(Site site, byte[] challenge, String client, String attestation) {
        try {
            AuthenticatorData<?> data =
                    Objects.requireNonNull(
                                    manager.verify(
                                                    new RegistrationRequest(
                                                            Site.bytes(attestation),
                                                            Site.bytes(client)),
                                                    new RegistrationParameters(
                                                            server(site, challenge), KINDS, true))
                                            .getAttestationObject())
                            .getAuthenticatorData();
            AttestedCredentialData key = Objects.requireNonNull(data.getAttestedCredentialData());
            return Optional.of(
                    new Made(
                            Site.text(key.getCredentialId()),
                            Site.text(attested.convert(key)),
                            data.getSignCount(),
                            data.isFlagBE()));
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }

    /// How often the key was used by its own count; empty when it does not fit.
    OptionalLong fits(Site site, byte[] challenge, Made kept, Shown shown) {
        try {
            AuthenticationData data =
                    manager.verify(
                            new AuthenticationRequest(
                                    Site.bytes(shown.credential()),
                                    Site.bytes(shown.user()),
                                    Site.bytes(shown.authenticator()),
                                    Site.bytes(shown.client()),
                                    Site.bytes(shown.signature())),
                            new AuthenticationParameters(
                                    server(site, challenge), known(kept), null, true));
            return OptionalLong.of(
                    Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
        } catch (RuntimeException refused) {
            return OptionalLong.empty();
        }
    }

    private CredentialRecordImpl known(Made kept) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                kept.backupEligible(),
                null,
                kept.uses(),
                attested.convert(Site.bytes(kept.attested())),
                null,
                null,
                null,
                Set.of());
    }

    private static ServerProperty server(Site site, byte[] challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(site.origin()))
                .rpId(site.name())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }
}
