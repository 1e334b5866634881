package org.mingze.access.external;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;

/// 外部认证不成 — why not, and what to do about it; `*` stands for what the provider is called.
enum ExternalRefusal {
    UNREACHABLE("现在连不上*。用账号和口令登录，或过一会再试。"),
    NOT_SENT("这次认证不是从这个窗口去的，或已经办过。重新点“用*登录”。"),
    CANCELLED("在*那边没有登录成。再点一次，或用账号和口令登录。"),
    EXPIRED("*给的凭据已经过期或用过。重新点“用*登录”。"),
    UNKNOWN_CLIENT("*不认这个系统。用账号和口令登录，再请管服务器的人核对外部认证的配置。"),
    UNVERIFIED("*的答复没有通过核对，没有登录。用账号和口令登录，再请管服务器的人查日志。"),
    FAULTY("*那边出了差错。用账号和口令登录，或过一会再试。"),
    UNBOUND("你在*的身份还没有绑定这个县的账号。用账号和口令登录，再到我的账号里绑定。"),
    NO_ACCOUNT("*说的账号在这个县没有，或已关闭。找县里的系统管理员开号。"),
    ANOTHERS("这个账号已绑定*的另一个身份。用账号和口令登录，在我的账号里解除后再绑。");

    private final String sentence;

    ExternalRefusal(String sentence) {
        this.sentence = sentence;
    }

    String sentence(String provider) {
        return sentence.replace("*", provider);
    }

    /// What the library calls an error, or the provider (RFC 6749, 4.1.2.1 and 5.2).
    static ExternalRefusal of(OAuth2AuthenticationException failed) {
        return switch (failed.getError().getErrorCode()) {
            case "access_denied", "login_required", "interaction_required", "consent_required" ->
                    CANCELLED;
            case "invalid_grant" -> EXPIRED;
            case "invalid_client", "unauthorized_client", "invalid_scope" -> UNKNOWN_CLIENT;
            case "invalid_id_token",
                    "invalid_nonce",
                    "invalid_state_parameter",
                    "invalid_user_info_response" ->
                    UNVERIFIED;
            case "invalid_token_response" -> unanswered(failed);
            default -> FAULTY;
        };
    }

    /// No answer, or one that is none: a client whose secret is wrong is answered 401.
    private static ExternalRefusal unanswered(Throwable failed) {
        Throwable at = failed;
        while (at != null) {
            if (at instanceof ResourceAccessException) {
                return UNREACHABLE;
            }
            if (at instanceof HttpClientErrorException) {
                return UNKNOWN_CLIENT;
            }
            at = at.getCause();
        }
        return FAULTY;
    }
}
