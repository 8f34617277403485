package io.rapport.ingest.source.shop;

import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.EngagementSource;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.source.SourcePayload;
import io.rapport.ingest.domain.source.SourceSettings;
import io.rapport.ingest.source.payload.PayloadMapping;
import io.rapport.ingest.source.payload.PayloadNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Maps events of Stripe with a charge. The account is one whose id an event contains ({@code acct_…}, of a platform with
 * connected accounts), or any name for the one account whose events contain none.
 */
public final class StripeSource implements EngagementSource {

    private static final Set<String> CHARGES =
            Set.of("charge.succeeded", "charge.captured", "charge.updated", "charge.refunded");

    private static final List<String> STEPS = List.of(
            "Open Developers, Webhooks, and add an endpoint with the URL {hook}.",
            "Select the events charge.succeeded, charge.captured and charge.refunded.",
            "Copy its signing secret as signingSecret.",
            "Enter any name, such as stripe, as account here; for connected accounts the id of each, acct_ and so on.");

    /** The entry of this source in the list of sources. */
    public static SourceDefinition definition() {
        return SourceDefinition.push(
                "Stripe", new StripeSource(), new StripeVerifier(), List.of(StripeVerifier.SECRET), STEPS);
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public SourceMapping map(SourcePayload payload, SourceSettings settings) {
        return PayloadMapping.ofJson(payload, (root, mapping) -> {
            var type = root.requireObject().at("type").requiredText();
            if (!CHARGES.contains(type)) {
                mapping.ignore(type);
            } else if (root.at("livemode").isPresent() && !root.at("livemode").flag()) {
                mapping.ignore(type + ".test");
            } else {
                map(root, settings, mapping);
            }
        });
    }

    @Override
    public void requireValid(SourceSettings settings) {
        if (unnamed(settings).size() > 1) {
            throw InputRejectedException.invalid(
                    "accounts",
                    "has several entries that are no ids of connected accounts (acct_…): enter one at most.");
        }
    }

    private static void map(PayloadNode root, SourceSettings settings, PayloadMapping mapping) {
        var connected = root.at("account").text();
        var account = connected == null ? own(settings) : connected;
        if (account == null) {
            throw root.at("account").missing();
        }
        mapping.entry(
                () -> new StripeChargeMapper(account, root.at("data", "object").requireObject(), mapping).map());
    }

    /** The account of events that contain none; a single account may be written as its id. */
    private static @Nullable String own(SourceSettings settings) {
        var names = settings.accounts().size() == 1 ? settings.accounts() : unnamed(settings);
        return names.size() == 1 ? names.iterator().next() : null;
    }

    private static Set<String> unnamed(SourceSettings settings) {
        return settings.accounts().stream()
                .filter(account -> !account.startsWith("acct_"))
                .collect(Collectors.toSet());
    }
}
