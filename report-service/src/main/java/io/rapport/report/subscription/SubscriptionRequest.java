package io.rapport.report.subscription;

import org.jspecify.annotations.Nullable;

/**
 * A subscription to make.
 *
 * @param address the e-mail address that months are sent to, once it is confirmed
 * @param language of the mail, en or nb; left out for en
 */
public record SubscriptionRequest(
        @Nullable String address, @Nullable String language) {}
