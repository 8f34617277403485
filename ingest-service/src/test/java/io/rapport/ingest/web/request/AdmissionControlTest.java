package io.rapport.ingest.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.web.problem.ProblemException;
import org.junit.jupiter.api.Test;

class AdmissionControlTest {

    private final AdmissionControl admission = new AdmissionControl(2, 100);

    @Test
    void refusesBytesBeyondTheLimit() {
        try (var one = admission.admit();
                var other = admission.admit()) {
            one.reserve(60);
            other.reserve(40);

            assertThat(admission.freeBytes()).isZero();
            assertThatThrownBy(() -> other.reserve(1))
                    .isInstanceOf(ProblemException.class)
                    .satisfies(e -> assertThat(((ProblemException) e).problem().status())
                            .isEqualTo(503));
            assertThatThrownBy(admission::admit).isInstanceOf(ProblemException.class);
        }

        assertThat(admission.freeBytes()).isEqualTo(100);
        admission.admit().close();
    }
}
