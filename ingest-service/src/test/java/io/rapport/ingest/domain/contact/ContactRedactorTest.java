package io.rapport.ingest.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactRedactorTest {

    @Test
    void redactsEmailAddressesAndTelephoneNumbers() {
        assertThat(ContactRedactor.redactContacts("Ann,ann@example.com,\"+47 911 22 333\",2026-01-01,17"))
                .isEqualTo("Ann,(struck out),\"(struck out)\",2026-01-01,17");
    }
}
