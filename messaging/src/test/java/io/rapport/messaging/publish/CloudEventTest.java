package io.rapport.messaging.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CloudEventTest {

    @Test
    void carriesTheAttributesAsHeaders() {
        var headers = new RecordHeaders();

        CloudEvent.state(Topic.BRAND_DAY, "scoring", "a|b", 7, Instant.EPOCH).write(headers);

        assertThat(headers)
                .extracting(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .contains(
                        "ce_specversion=1.0",
                        "ce_type=io.rapport.brand.day.v1",
                        "ce_source=urn:rapport:scoring",
                        "ce_subject=a|b",
                        "ce_time=1970-01-01T00:00:00Z",
                        "ce_dataschema=urn:rapport:schema:brand.day:v1",
                        "content-type=application/json");
    }

    @Test
    void theSameStateHasTheSameIdAndAnotherStateAnother() {
        var seventh = CloudEvent.state(Topic.BRAND_DAY, "scoring", "a|b", 7, Instant.EPOCH);

        assertThat(CloudEvent.state(Topic.BRAND_DAY, "scoring", "a|b", 7, Instant.MAX)
                        .id())
                .isEqualTo(seventh.id());
        assertThat(CloudEvent.state(Topic.BRAND_DAY, "scoring", "a|b", 8, Instant.EPOCH)
                        .id())
                .isNotEqualTo(seventh.id());
        assertThat(CloudEvent.state(Topic.BRAND_CURRENT, "scoring", "a|b", 7, Instant.EPOCH)
                        .id())
                .isNotEqualTo(seventh.id());
    }
}
