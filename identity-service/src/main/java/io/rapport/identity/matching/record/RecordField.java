package io.rapport.identity.matching.record;

/** What a record may say of a person. E-mail addresses and telephone numbers enter as keyed hashes only. */
public enum RecordField {
    FULL_NAME,
    GIVEN_NAME,
    MIDDLE_NAME,
    FAMILY_NAME,
    NICKNAME,
    DISPLAY_NAME,
    /** Web pages of theirs, profile pages included. */
    LINK,
    /** Pages that the account links to with {@code rel=me}. */
    REL_ME,
    /** The account that the page's server says it is, {@code acct:name@host}. */
    WEBFINGER,
    EMAIL_HASH,
    /** Keyed hash of what stands before the {@code @}. */
    EMAIL_LOCAL_HASH,
    /** Keyed hash of what stands after the {@code @}. */
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
    /** A place in free words. */
    LOCATION,
    BIO
}
