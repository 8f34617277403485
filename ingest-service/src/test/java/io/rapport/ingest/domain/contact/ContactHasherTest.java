package io.rapport.ingest.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.ingest.domain.input.SampleRows;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactHasherTest {

    @Test
    void hashesDifferByKindAndAgency() {
        var hasher = SampleRows.HASHES;
        assertThat(Set.of(
                        hasher.hashEmail("nord", "a@b.no", "f"),
                        hasher.hashEmail("sued", "a@b.no", "f"),
                        hasher.hashEmailLocalPart("nord", "a@b.no", "f"),
                        hasher.hashEmailDomain("nord", "a@b.no", "f"),
                        hasher.hashPhone("nord", "123456", "f"),
                        hasher.hashPhone("sued", "123456", "f")))
                .hasSize(6);
    }
}
