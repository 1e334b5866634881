package org.mingze.access.external;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingze.access.session.Gate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/// 认证方 — the OpenID Connect provider that the configuration names. Its addresses are looked up
/// when somebody first goes there, never at the start; state, nonce, PKCE and the checks of what it
/// signs are those of the library.
@Component
public class IdentityProvider {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);
    private static final String ID = "external";
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);
    private static final int SUBJECT_MAX = 255;
    private static final int NAME_MAX = 80;

    private final String issuer;
    private final String clientId;
    private final String secret;
    private final String called;
    private final String claim;
    private final Set<String> scopes;
    private final Set<String> strong;
    private final String address;
    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> sent =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final OidcAuthorizationCodeAuthenticationProvider checking =
            new OidcAuthorizationCodeAuthenticationProvider(tokens(), new OidcUserService());
    private volatile @Nullable ClientRegistration found;

    IdentityProvider(Environment settings) {
        issuer = text(settings, "issuer", "");
        clientId = text(settings, "client-id", "");
        secret = text(settings, "client-secret", "");
        called = text(settings, "name", "外部认证");
        claim = text(settings, "account-claim", "");
        scopes = words(text(settings, "scopes", "openid profile"));
        strong = words(text(settings, "second-factor", ""));
        address = settings.getProperty("mingze.address", "").strip();
    }

    public boolean isConfigured() {
        return !issuer.isEmpty() && !clientId.isEmpty();
    }

    /// What it is called on the pages; empty where none is configured.
    public String name() {
        return isConfigured() ? called : "";
    }

    String issuer() {
        return issuer;
    }

    /// Whether a claim equal to the name of an account binds the account.
    boolean namesAccounts() {
        return !claim.isEmpty();
    }

    /// The address at the provider to send a browser to; empty while it cannot be reached.
    Optional<String> leaving(
            Errand errand, HttpServletRequest request, HttpServletResponse response) {
        return registration()
                .flatMap(registration -> asked(registration, errand, request))
                .map(
                        asked -> {
                            sent.saveAuthorizationRequest(asked, request, response);
                            return asked.getAuthorizationRequestUri();
                        });
    }

    private static Optional<OAuth2AuthorizationRequest> asked(
            ClientRegistration registration, Errand errand, HttpServletRequest request) {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(_ -> registration);
        resolver.setAuthorizationRequestCustomizer(asked -> asked.attributes(errand::keep));
        return Optional.ofNullable(resolver.resolve(request, ID));
    }

    /// What the provider sent the browser back with.
    Answer answer(HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = sent.removeAuthorizationRequest(request, response);
        if (asked == null) {
            return new Answer.Refused(Optional.empty(), ExternalRefusal.NOT_SENT, "state");
        }
        Errand errand = Errand.of(asked.getAttributes());
        Optional<ClientRegistration> registration = registration();
        if (registration.isEmpty()) {
            return refused(errand, ExternalRefusal.UNREACHABLE, "discovery");
        }
        try {
            return checked(registration.get(), asked, request)
                    .flatMap(this::identity)
                    .<Answer>map(identity -> new Answer.Recognised(errand, identity))
                    .orElseGet(() -> refused(errand, ExternalRefusal.UNVERIFIED, "sub"));
        } catch (OAuth2AuthenticationException failed) {
            LOG.info("identity provider {}: {}", issuer, line(failed.getMessage()));
            String code = failed.getError().getErrorCode();
            return refused(errand, ExternalRefusal.of(failed), word(code));
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            LOG.warn("identity provider {}: what it answered cannot be read", issuer, unreadable);
            return refused(errand, ExternalRefusal.UNVERIFIED, "unreadable");
        }
    }

    /// Whom the provider vouches for, once the library has checked all of it.
    private Optional<OidcUser> checked(
            ClientRegistration registration,
            OAuth2AuthorizationRequest asked,
            HttpServletRequest request) {
        Authentication result =
                checking.authenticate(
                        new OAuth2LoginAuthenticationToken(
                                registration,
                                new OAuth2AuthorizationExchange(asked, response(asked, request))));
        return result != null && result.getPrincipal() instanceof OidcUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    private static Answer refused(Errand errand, ExternalRefusal why, String told) {
        return new Answer.Refused(Optional.of(errand), why, told);
    }

    private static OAuth2AuthorizationResponse response(
            OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        String code = request.getParameter("code");
        String error = request.getParameter("error");
        OAuth2AuthorizationResponse.Builder response =
                code == null || code.isBlank()
                        ? OAuth2AuthorizationResponse.error(
                                error == null || error.isBlank() ? "invalid_request" : error)
                        : OAuth2AuthorizationResponse.success(code);
        return response.redirectUri(Optional.ofNullable(asked.getRedirectUri()).orElse(""))
                .state(Optional.ofNullable(request.getParameter("state")).orElse(""))
                .build();
    }

    /// Empty where the subject is longer than any may be.
    private Optional<Identity> identity(OidcUser user) {
        String subject = Optional.ofNullable(user.getSubject()).orElse("");
        if (subject.isEmpty() || subject.length() > SUBJECT_MAX) {
            return Optional.empty();
        }
        String name =
                Optional.ofNullable(user.getFullName())
                        .or(() -> Optional.ofNullable(user.getPreferredUsername()))
                        .filter(each -> !each.isBlank())
                        .orElse(subject);
        Object account = claim.isEmpty() ? "" : user.getClaims().getOrDefault(claim, "");
        List<String> methods = user.getIdToken().getAuthenticationMethods();
        String context = user.getIdToken().getAuthenticationContextClass();
        return Optional.of(
                new Identity(
                        issuer,
                        subject,
                        name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name,
                        account instanceof String said ? said : "",
                        (context != null && strong.contains(context))
                                || (methods != null
                                        && methods.stream().anyMatch(strong::contains))));
    }

    /// Looked up once; tried anew each time until it succeeds.
    private Optional<ClientRegistration> registration() {
        ClientRegistration known = found;
        if (known != null) {
            return Optional.of(known);
        }
        try {
            ClientRegistration made = discovered();
            found = made;
            return Optional.of(made);
        } catch (IllegalArgumentException | IllegalStateException failed) {
            LOG.warn("identity provider {}: {}", issuer, failed.getMessage());
            return Optional.empty();
        }
    }

    private ClientRegistration discovered() {
        ClientRegistration.Builder builder =
                ClientRegistrations.fromOidcIssuerLocation(issuer)
                        .registrationId(ID)
                        .clientId(clientId)
                        .clientSecret(secret)
                        .scope(scopes)
                        .redirectUri((address.isEmpty() ? "{baseUrl}" : address) + Gate.RETURNED)
                        .clientSettings(
                                ClientRegistration.ClientSettings.builder()
                                        .requireProofKey(true)
                                        .build());
        if (secret.isEmpty()) {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        ClientRegistration made = builder.build();
        URI where = URI.create(made.getProviderDetails().getAuthorizationUri());
        if (where.getHost() == null) {
            throw new IllegalStateException("no address to send browsers to: " + where);
        }
        return made;
    }

    /// As the library makes it, with an end to waiting.
    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        JdkClientHttpRequestFactory requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(WAIT_MAX).build());
        requests.setReadTimeout(WAIT_MAX);
        RestClientAuthorizationCodeTokenResponseClient client =
                new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(
                RestClient.builder()
                        .requestFactory(requests)
                        .configureMessageConverters(
                                converters ->
                                        converters
                                                .addCustomConverter(new FormHttpMessageConverter())
                                                .addCustomConverter(
                                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        return client;
    }

    private static String text(Environment settings, String name, String otherwise) {
        String set = settings.getProperty("mingze.oidc." + name, "").strip();
        return set.isEmpty() ? otherwise : set;
    }

    private static Set<String> words(String text) {
        return Set.copyOf(
                Stream.of(text.split("[ ,]+", -1)).filter(word -> !word.isEmpty()).toList());
    }

    /// What others wrote, as it may stand in the log: on one line.
    private static String line(@Nullable String message) {
        return message == null ? "" : message.replaceAll("\\p{Cntrl}", " ");
    }

    /// An error code as it may stand in the trail.
    private static String word(String code) {
        return code.matches("[a-z_]{1,40}") ? code : "unknown";
    }
}
