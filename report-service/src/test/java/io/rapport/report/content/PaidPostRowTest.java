package io.rapport.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.report.domain.engagement.PaidPost;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PaidPostRowTest {

    @Test
    void timesAreThoseOfTheBrand() {
        var post = new PaidPost("x", "1", "A post", null, Instant.parse("2026-11-17T15:05:00Z"));

        assertThat(PaidPostRow.of(post, ZoneId.of("America/Los_Angeles")).name())
                .isEqualTo("17 Nov 2026, 07:05 PST on x");
    }
}
