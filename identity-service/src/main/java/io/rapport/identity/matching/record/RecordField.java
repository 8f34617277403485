package io.rapport.identity.matching.record;

/** Fields of a record. E-mail addresses and phone numbers occur as keyed hashes only. */
public enum RecordField {
    FULL_NAME,
    GIVEN_NAME,
    MIDDLE_NAME,
    FAMILY_NAME,
    NICKNAME,
    DISPLAY_NAME,
    /** Web pages of the person, including profile pages. */
    LINK,
    /** Pages the account links to with {@code rel=me}. */
    REL_ME,
    /** The WebFinger subject of the page, {@code acct:name@host}. */
    WEBFINGER,
    EMAIL_HASH,
    /** Keyed hash of the local part of the e-mail address. */
    EMAIL_LOCAL_HASH,
    /** Keyed hash of the domain of the e-mail address. */
    EMAIL_DOMAIN_HASH,
    PHONE_HASH,
    /** {@code yyyy-MM-dd} or {@code yyyyMMdd}. */
    BIRTH_DATE,
    ORGANISATION,
    STREET,
    CITY,
    POSTCODE,
    REGION,
    COUNTRY,
    /** A place as free text. */
    LOCATION,
    BIO
}
