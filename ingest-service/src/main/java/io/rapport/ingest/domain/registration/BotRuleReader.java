package io.rapport.ingest.domain.registration;

import io.rapport.contracts.account.AccountNames;
import io.rapport.contracts.brand.BotRule;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the bot rules of a brand: each is a name, or an object of a name and optionally a channel. */
final class BotRuleReader {

    private static final String FIELD = "bots";
    private static final int MAX_RULES = 1_000;
    private static final int MAX_NAME = 200;
    private static final int MIN_FIXED = 2;
    private static final Pattern WILDCARDS = Pattern.compile("\\*+");

    private BotRuleReader() {}

    /** Returns the rules, without repetitions; null when the body has none. */
    static @Nullable List<BotRule> read(InputFields body) {
        var value = body.value(FIELD);
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list)) {
            throw InputRejectedException.invalid(
                    FIELD, "has to be a list of names, or of objects with a name and a channel.");
        }
        if (list.size() > MAX_RULES) {
            throw new InputRejectedException(
                    RejectionCode.TOO_LARGE,
                    FIELD,
                    "bots has %d entries; the maximum is %d.".formatted(list.size(), MAX_RULES));
        }
        var rules = new LinkedHashSet<BotRule>();
        list.forEach(each -> rules.add(rule(each)));
        return rules.isEmpty() ? null : List.copyOf(rules);
    }

    private static BotRule rule(@Nullable Object entry) {
        var fields = InputFields.of(entry instanceof Map<?, ?> object ? object : Map.of("name", String.valueOf(entry)));
        var written = fields.required("name", fields.line("name", MAX_NAME));
        var name = WILDCARDS.matcher(AccountNames.fold(written)).replaceAll("*");
        if (name.replace("*", "").length() < MIN_FIXED) {
            throw InputRejectedException.invalid(
                    FIELD,
                    "has the name '%s', which needs at least 2 characters besides *: it would match almost every account."
                            .formatted(TextCleaner.abbreviate(written)));
        }
        return new BotRule(fields.value("channel") == null ? null : fields.requiredChannel(), name);
    }
}
