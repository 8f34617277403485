package io.rapport.ingest.domain.column;

import java.util.Arrays;
import java.util.Optional;

/** The fields of a client, with the word that a column mapping uses. */
public enum ClientListField {
    CLIENT("client"),
    NAME("name"),
    GIVEN_NAME("givenName"),
    MIDDLE_NAME("middleName"),
    FAMILY_NAME("familyName"),
    NICKNAME("nickname"),
    EMAIL("email"),
    MOBILE("mobile"),
    PHONE("phone"),
    BIRTH_DATE("birthDate"),
    ORGANISATION("organisation"),
    HOUSE_NUMBER("houseNumber"),
    STREET("street"),
    CITY("city"),
    POSTCODE("postcode"),
    REGION("region"),
    COUNTRY("country"),
    LINK("link"),
    HANDLE("handle"),
    FIELD("field"),
    IGNORE("ignore");

    private final String word;

    ClientListField(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static Optional<ClientListField> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }
}
