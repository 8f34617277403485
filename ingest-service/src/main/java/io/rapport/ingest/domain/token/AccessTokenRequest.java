package io.rapport.ingest.domain.token;

import io.rapport.contracts.access.Scope;
import io.rapport.ingest.domain.input.BrandListReader;
import io.rapport.ingest.domain.input.EnumValueReader;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.TextCleaner;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request for an access token.
 *
 * @param name the name that the owner gives the token
 * @param brands the brands that the token is limited to; empty for all brands of the agency
 * @param scopes the granted scopes
 * @param expiresAt the time of expiry; null for none
 */
record AccessTokenRequest(
        String name,
        Set<String> brands,
        Set<Scope> scopes,
        @Nullable Instant expiresAt) {

    private static final int MAX_NAME = 100;
    private static final int MAX_TOKEN = 64;

    static AccessTokenRequest read(Map<?, ?> body, Instant at) {
        var fields = InputFields.of(body);
        return new AccessTokenRequest(
                fields.required("name", fields.line("name", MAX_NAME)),
                BrandListReader.read(fields),
                scopes(fields),
                expiry(fields, at));
    }

    private static Set<Scope> scopes(InputFields fields) {
        var scopes = fields.lines("scopes", Scope.values().length, MAX_TOKEN).stream()
                .map(scope -> EnumValueReader.read(Scope.class, scope, "scopes"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return fields.required("scopes", scopes.isEmpty() ? null : scopes);
    }

    private static @Nullable Instant expiry(InputFields fields, Instant at) {
        var expiresAt = fields.line("expiresAt", MAX_NAME);
        if (expiresAt == null) {
            return null;
        }
        var moment = moment(expiresAt);
        if (!moment.isAfter(at)) {
            throw InputRejectedException.invalid("expiresAt", "is %s, which has passed.".formatted(moment));
        }
        return moment;
    }

    private static Instant moment(String text) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeParseException e) {
            throw InputRejectedException.invalid(
                    "expiresAt",
                    "is '%s', but has to be a timestamp in ISO 8601, such as 2027-01-31T00:00:00Z."
                            .formatted(TextCleaner.abbreviate(text)));
        }
    }
}
