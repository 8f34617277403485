package io.rapport.ingest.source.mapped;

import io.rapport.ingest.domain.engagement.EngagementFieldPaths;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourceMapping;
import io.rapport.ingest.domain.text.TextCleaner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The mapping of a connection with the source {@code json}.
 *
 * @param each where the entries of a payload are; null if the payload is one entry, or a list of them
 * @param eventType where the type of an entry is, for counts of those that no rule maps; null for none
 * @param rules the first one whose condition holds maps an entry
 */
record PayloadRules(@Nullable MappedPointer each, @Nullable MappedPointer eventType, List<PayloadRule> rules) {

    private static final int MAX_RULES = 100;
    private static final String UNTYPED = "no rule";

    /**
     * Reads the mapping from settings.
     *
     * @throws InputRejectedException if it is not usable; the message names the setting
     */
    static PayloadRules read(Map<String, Object> settings) {
        var rules = new ArrayList<PayloadRule>();
        if (!(settings.get("rules") instanceof List<?> list) || list.isEmpty() || list.size() > MAX_RULES) {
            throw InputRejectedException.invalid(
                    "settings.rules", "has to be a list of 1 to %d rules.".formatted(MAX_RULES));
        }
        for (var rule : list) {
            rules.add(rule(rule, "settings.rules[" + rules.size() + "]"));
        }
        return new PayloadRules(
                pointer(settings.get("each"), "settings.each"),
                pointer(settings.get("eventType"), "settings.eventType"),
                List.copyOf(rules));
    }

    /** Maps the entries of a payload. */
    SourceMapping map(JsonNode root) {
        var container = each == null ? root : root.at(each.pointer());
        var base = each == null ? "" : each.pointer().toString();
        if (!MappedCondition.isPresent(container)) {
            return SourceMapping.unusable("The entries are missing in the payload.", base);
        }
        if (!container.isArray()) {
            return SourceMapping.of(map(new MappedPayload(root, container, base)));
        }
        var items = new ArrayList<SourceMapping.Item>();
        for (var entry : container) {
            items.add(map(new MappedPayload(root, entry, base + "/" + items.size())));
        }
        return new SourceMapping(items);
    }

    private SourceMapping.Item map(MappedPayload payload) {
        for (var rule : rules) {
            if (rule.when().holds(payload)) {
                return rule.map(payload);
            }
        }
        var type = eventType == null ? null : payload.at(eventType);
        return new SourceMapping.Ignored(
                type != null && MappedCondition.isPresent(type) ? MappedCondition.text(type) : UNTYPED);
    }

    private static PayloadRule rule(@Nullable Object setting, String path) {
        if (!(setting instanceof Map<?, ?> rule) || !(rule.get("fields") instanceof Map<?, ?> named)) {
            throw InputRejectedException.invalid(path, "has to be an object with account and fields.");
        }
        var fields = new LinkedHashMap<String, MappedValue>();
        named.forEach((name, value) -> {
            var field = String.valueOf(name);
            if (!EngagementFieldPaths.isPath(field)
                    || List.of("agency", "brand", "source").contains(field)) {
                throw InputRejectedException.invalid(
                        path + ".fields", "has '%s', which is no field.".formatted(TextCleaner.abbreviate(field)));
            }
            fields.put(field, MappedValue.read(value, path + ".fields." + field));
        });
        for (var field : PayloadRule.REQUIRED) {
            if (!fields.containsKey(field)) {
                throw InputRejectedException.invalid(
                        path + ".fields", "has no %s, which every engagement needs.".formatted(field));
            }
        }
        return new PayloadRule(
                MappedCondition.read(rule.get("when"), path + ".when"),
                MappedValue.read(rule.get("account"), path + ".account"),
                fields,
                rule.get("revision") == null ? null : MappedValue.read(rule.get("revision"), path + ".revision"),
                rule.get("withdrawn") == null
                        ? null
                        : MappedCondition.read(rule.get("withdrawn"), path + ".withdrawn"));
    }

    private static @Nullable MappedPointer pointer(@Nullable Object setting, String path) {
        return setting == null ? null : MappedPointer.parse(setting, path);
    }
}
