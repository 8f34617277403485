package io.rapport.ingest.web.connections;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.messaging.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * The form of a connection.
 *
 * @param connection the name
 * @param accounts one account on each line: its id, a blank, and the brand
 * @param settings a JSON object
 * @param secretName the names of the secrets
 * @param secretValue their values, in the same order; an empty one changes nothing
 */
record ConnectionForm(
        @Nullable String connection,
        @Nullable String source,
        @Nullable String accounts,
        @Nullable String settings,
        @Nullable List<String> secretName,
        @Nullable List<String> secretValue) {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /**
     * The body of the request that the form stands for.
     *
     * @throws InputRejectedException if a field cannot be read
     */
    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("source", source);
        body.put("accounts", accountList());
        body.put("settings", settingValues());
        body.put("secrets", secretValues());
        return body;
    }

    private List<Map<String, String>> accountList() {
        var list = new ArrayList<Map<String, String>>();
        for (var line : Objects.requireNonNullElse(accounts, "").lines().toList()) {
            var text = line.strip();
            var blank = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
            if (blank < 0 && !text.isEmpty()) {
                throw InputRejectedException.invalid(
                        "accounts", "has a line without a brand: write the id, a blank, and the brand.");
            }
            if (!text.isEmpty()) {
                list.add(Map.of("id", text.substring(0, blank).strip(), "brand", text.substring(blank + 1)));
            }
        }
        return list;
    }

    private Map<String, Object> settingValues() {
        if (settings == null || settings.isBlank()) {
            return Map.of();
        }
        try {
            Map<String, Object> values = Json.requestMapper().readValue(settings, OBJECT);
            return Objects.requireNonNullElse(values, Map.of());
        } catch (JacksonException e) {
            throw new InputRejectedException(
                    RejectionCode.UNPARSEABLE, "settings", "settings are not a JSON object, such as {\"a\": 1}.");
        }
    }

    private Map<String, String> secretValues() {
        var values = new LinkedHashMap<String, String>();
        var names = Objects.requireNonNullElse(secretName, List.<String>of());
        var texts = Objects.requireNonNullElse(secretValue, List.<String>of());
        for (var i = 0; i < Math.min(names.size(), texts.size()); i++) {
            if (!texts.get(i).isBlank()) {
                values.put(names.get(i), texts.get(i).strip());
            }
        }
        return values;
    }
}
