package io.rapport.ingest.domain.engagement;

import io.rapport.contracts.account.AccountNames;
import io.rapport.contracts.brand.BotRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises the accounts that a brand has named as automated, by id or name, without regard to case. */
final class BotRuleMatcher {

    private static final char WILDCARD = '*';

    private final Set<BotRule> names = new HashSet<>();
    private final List<BotRule> patterns = new ArrayList<>();

    BotRuleMatcher(@Nullable List<BotRule> rules) {
        for (var rule : rules == null ? List.<BotRule>of() : rules) {
            if (rule.name().indexOf(WILDCARD) < 0) {
                names.add(rule);
            } else {
                patterns.add(rule);
            }
        }
    }

    boolean matches(String channel, @Nullable String account) {
        if (account == null || names.isEmpty() && patterns.isEmpty()) {
            return false;
        }
        var name = AccountNames.fold(account);
        return names.contains(new BotRule(null, name))
                || names.contains(new BotRule(channel, name))
                || patterns.stream()
                        .filter(rule -> rule.channel() == null || rule.channel().equals(channel))
                        .anyMatch(rule -> matchesPattern(rule.name(), name));
    }

    /** Matches in linear time but for repeated parts: on a mismatch only the last {@code *} takes in one more character. */
    private static boolean matchesPattern(String pattern, String name) {
        var at = 0;
        var resume = -1;
        var from = 0;
        for (var i = 0; i < name.length(); ) {
            if (at < pattern.length() && pattern.charAt(at) == WILDCARD) {
                resume = at++;
                from = i;
            } else if (at < pattern.length() && pattern.charAt(at) == name.charAt(i)) {
                at++;
                i++;
            } else if (resume >= 0) {
                at = resume + 1;
                i = ++from;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == WILDCARD) {
            at++;
        }
        return at == pattern.length();
    }
}
