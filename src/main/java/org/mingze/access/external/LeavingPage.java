package org.mingze.access.external;

/// 去认证页 — sends the browser on to the provider, by itself or by its one link: a form's answer
/// may not redirect to another site under the content policy.
public record LeavingPage(String provider, String address) {}
