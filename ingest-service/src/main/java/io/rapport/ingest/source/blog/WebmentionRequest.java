package io.rapport.ingest.source.blog;

import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.web.request.FormParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A webmention.
 *
 * @param source the page that links
 * @param target the page that is linked
 */
record WebmentionRequest(String source, String target) {

    private static final String SOURCE = "source";
    private static final String TARGET = "target";
    private static final String STATUS = "status";
    private static final int MAX_ADDRESS = 2_000;

    /** Reads the form that a sender delivers; empty if it is not a webmention of one page to another. */
    static Optional<WebmentionRequest> ofForm(SourcePayload payload) {
        if (!FormParameters.isForm(payload.contentType())) {
            return Optional.empty();
        }
        try {
            var form = FormParameters.parse(payload.text().strip());
            return of(first(form, SOURCE), first(form, TARGET));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads the addresses of a page that was fetched. */
    static Optional<WebmentionRequest> ofFetched(SourcePayload payload) {
        return payload.query().containsKey(STATUS)
                ? of(payload.query().getOrDefault(SOURCE, ""), payload.query().getOrDefault(TARGET, ""))
                : Optional.empty();
    }

    /** The page as a payload. */
    SourcePayload fetched(byte[] page, int status) {
        var query = new HashMap<String, String>();
        query.put(SOURCE, source);
        query.put(TARGET, target);
        query.put(STATUS, Integer.toString(status));
        return new SourcePayload(page, Map.of(), Map.copyOf(query), "text/html");
    }

    /** Whether the page does not exist any more. */
    boolean isGone(SourcePayload fetched) {
        var status = fetched.query().get(STATUS);
        return "404".equals(status) || "410".equals(status);
    }

    /** The account whose site the target is a page of. */
    Optional<String> account(SourceSettings settings) {
        return WebHost.of(target)
                .flatMap(host -> settings.accounts().stream()
                        .filter(account -> host.equals(account) || host.endsWith("." + account))
                        .findFirst());
    }

    /** The host of the page that links. */
    String host() {
        return WebHost.of(source).orElse("");
    }

    /** Whether an address is that of the target. */
    boolean isTarget(String address) {
        return normalized(address).equals(normalized(target));
    }

    private static String normalized(String address) {
        return address.strip().replaceFirst("#.*", "").replaceFirst("/+$", "").replaceFirst("^https?://(www\\.)?", "");
    }

    private static Optional<WebmentionRequest> of(String source, String target) {
        return source.length() <= MAX_ADDRESS
                        && target.length() <= MAX_ADDRESS
                        && !source.equals(target)
                        && WebHost.of(source).isPresent()
                        && WebHost.of(target).isPresent()
                ? Optional.of(new WebmentionRequest(source, target))
                : Optional.empty();
    }

    private static String first(Map<String, List<String>> form, String name) {
        var values = form.getOrDefault(name, List.of());
        return values.size() == 1 ? values.get(0).strip() : "";
    }
}
