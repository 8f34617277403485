package io.rapport.report.value;

import io.rapport.contracts.engagement.EngagementReceived;
import io.rapport.contracts.score.ValueKind;
import io.rapport.web.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A value stream of purchases that others had a part in. */
enum SharedStream {
    /** Purchases after earlier personal touches of the same person. */
    ASSISTED(ValueKind.ASSISTED_SALES),
    /** Purchases by people who were referred. */
    REFERRED(ValueKind.REFERRAL);

    private final ValueKind kind;

    SharedStream(ValueKind kind) {
        this.kind = kind;
    }

    /** The stream in figures. */
    ValueKind kind() {
        return kind;
    }

    /** The value of the parameter. */
    String value() {
        return name().toLowerCase(Locale.ENGLISH);
    }

    /** Whether a purchase may belong to the stream, by itself. */
    boolean matches(EngagementReceived sale) {
        var value = sale.value();
        return this == ASSISTED || value != null && value.referredBy() != null;
    }

    static SharedStream of(@Nullable String value) {
        return Arrays.stream(values())
                .filter(stream -> stream.value().equals(value))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("stream", "stream is assisted or referred.")
                        .asException());
    }
}
