package io.rapport.report.assistant;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.NameRules;
import io.rapport.web.auth.Caller;
import io.rapport.web.auth.TokenDirectory;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool.
 *
 * @param caller the sender, as the token of the request determines it
 * @param token the token of the request
 * @param arguments as the assistant sent them
 */
record AssistantCall(Caller caller, String token, Map<String, Object> arguments) {

    static final String AGENCY = "agency";
    static final String BRAND = "brand";
    static final String PERSON = "person";

    /** The hash of the token, as tokens are known. */
    String tokenHash() {
        return TokenDirectory.hash(token);
    }

    /** The brand of the call; fails with a problem that names the argument. */
    BrandKey brand() {
        return new BrandKey(requireName(AGENCY), requireName(BRAND));
    }

    /** The id of the person of the call. */
    UUID person() {
        try {
            return UUID.fromString(require(PERSON));
        } catch (IllegalArgumentException e) {
            throw invalid(PERSON, "person is an id that another tool returned.");
        }
    }

    /** An argument as text; null if it is left out. */
    @Nullable
    String find(String name) {
        var value = arguments.get(name);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    /** An argument as text. */
    String require(String name) {
        var value = find(name);
        if (value == null) {
            throw invalid(name, name + " is required.");
        }
        return value;
    }

    private String requireName(String name) {
        var value = require(name);
        if (!NameRules.isToken(value)) {
            throw invalid(name, name + " is a name that list_brands returned.");
        }
        return value;
    }

    private static ProblemException invalid(String name, String detail) {
        return Problem.invalid(name, detail).asException();
    }
}
