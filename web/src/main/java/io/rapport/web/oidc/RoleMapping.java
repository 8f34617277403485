package io.rapport.web.oidc;

import io.rapport.contracts.NameRules;
import io.rapport.contracts.access.UserRole;
import java.util.List;
import java.util.Set;

/**
 * What a value of the claim with the roles stands for.
 *
 * @param value the value, compared exactly
 * @param brands the brands the role is limited to; empty for all of the agency
 */
record RoleMapping(String value, String agency, UserRole role, Set<String> brands) {

    private static final int PARTS = 3;

    /**
     * Reads {@code value=agency/ROLE} or {@code value=agency/ROLE/brand+brand}. The value may itself contain {@code =} and {@code /}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static RoleMapping parse(String text) {
        var equals = text.lastIndexOf('=');
        var target = text.substring(equals + 1).strip().split("/", -1);
        var value = text.substring(0, Math.max(equals, 0)).strip();
        if (value.isEmpty() || target.length < PARTS - 1 || target.length > PARTS || !NameRules.isToken(target[0])) {
            throw malformed(text);
        }
        var brands = target.length < PARTS ? Set.<String>of() : Set.copyOf(List.of(target[2].split("\\+", -1)));
        if (!brands.stream().allMatch(NameRules::isToken)) {
            throw malformed(text);
        }
        return new RoleMapping(value, target[0], role(target[1], text), brands);
    }

    private static UserRole role(String name, String text) {
        for (var role : UserRole.values()) {
            if (role != UserRole.UNKNOWN && role.name().equals(name)) {
                return role;
            }
        }
        throw malformed(text);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("rapport.oidc.roles has '" + text
                + "': write value=agency/ROLE or value=agency/ROLE/brand+brand, with the role READER, EDITOR or"
                + " ADMINISTRATOR");
    }
}
