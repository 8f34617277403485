package io.rapport.ingest.domain.user;

import io.rapport.contracts.access.UserRole;
import io.rapport.ingest.domain.contact.EmailAddressParser;
import io.rapport.ingest.domain.input.BrandListReader;
import io.rapport.ingest.domain.input.EnumValueReader;
import io.rapport.ingest.domain.input.InputFields;
import io.rapport.ingest.domain.input.InputRejectedException;
import java.util.Map;
import java.util.Set;

/**
 * What an administrator decides about a user.
 *
 * @param brands the brands that the user is limited to; empty for all brands of the agency
 */
record UserRequest(String name, UserRole role, Set<String> brands) {

    private static final int MAX_NAME = 100;
    private static final int MAX_EMAIL = 254;

    static UserRequest read(Map<?, ?> body) {
        var fields = InputFields.of(body);
        return new UserRequest(
                fields.required("name", fields.line("name", MAX_NAME)),
                EnumValueReader.read(UserRole.class, fields.required("role", fields.value("role")), "role"),
                BrandListReader.read(fields));
    }

    /** The e-mail address, in lower case. */
    static String email(Map<?, ?> body) {
        var fields = InputFields.of(body);
        var addresses = EmailAddressParser.parse(fields.required("email", fields.line("email", MAX_EMAIL)));
        if (addresses.size() != 1) {
            throw InputRejectedException.invalid("email", "has to be one e-mail address, such as kari@agency.example.");
        }
        return addresses.get(0);
    }
}
