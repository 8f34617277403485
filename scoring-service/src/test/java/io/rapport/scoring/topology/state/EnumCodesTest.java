package io.rapport.scoring.topology.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.contracts.brand.BrandClock;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.score.ChangeReason;
import io.rapport.contracts.score.Stage;
import io.rapport.contracts.score.WarmthClass;
import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.metrics.EngagementOutcome;
import io.rapport.scoring.topology.cascade.state.CascadeChildKind;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnumCodesTest {

    /** The stored types and the order of their constants; new constants are added at the end. */
    static Stream<Arguments> frozen() {
        return Stream.of(
                Arguments.of(BrandClock.class, "LIVE EVENT"),
                Arguments.of(ChangeReason.class, "ENGAGEMENT DAY_TURNED IDENTITY_CHANGED MODEL_CHANGED ERASED"),
                Arguments.of(Stage.class, "STRANGER KNOWS LIKES TRUSTS ADVOCATE"),
                Arguments.of(MessageTone.class, "NONE POSITIVE NEGATIVE"),
                Arguments.of(CascadeChildKind.class, "POSITIVE NEGATIVE BARE"),
                Arguments.of(WarmthClass.class, "WARM COOL COLD"));
    }

    /** Stored by their ordinals as well. */
    @Test
    void outcomesDirectionsAndKindsKeepTheirOrder() {
        assertThat(EngagementOutcome.values())
                .extracting(Enum::name)
                .containsExactly("SCORED BOT STAFF PAID POST DUPLICATE REJECTED REVISED WITHDRAWN".split(" "));
        assertThat(Direction.values()).extracting(Enum::name).containsExactly("INBOUND", "OUTBOUND", "UNKNOWN");
        assertThat(EngagementKind.values())
                .extracting(Enum::name)
                .containsExactly(
                        ("VISIT REACTION FOLLOW UNFOLLOW COMMENT REPLY MENTION SHARE QUOTE MESSAGE REVIEW REFERRAL CITATION"
                                        + " INVITATION PURCHASE MEETING CALL EMAIL THANKS INTRODUCTION POST UNKNOWN")
                                .split(" "));
    }

    @ParameterizedTest
    @MethodSource("frozen")
    <E extends Enum<E>> void keepTheirCodes(Class<E> type, String names) {
        var known = Arrays.stream(type.getEnumConstants())
                .filter(constant -> !constant.name().equals("UNKNOWN"))
                .toList();
        assertThat(known).extracting(Enum::name).containsExactly(names.split(" "));
        for (var code = 0; code < known.size(); code++) {
            assertThat(EnumCodes.codeOf(known.get(code))).isEqualTo(code);
        }
        for (var constant : type.getEnumConstants()) {
            assertThat(EnumCodes.byCode(type, EnumCodes.codeOf(constant))).isSameAs(constant);
        }
        assertThat(EnumCodes.byCode(type, EnumCodes.codeOf(null))).isNull();
    }

    @Test
    void rejectsUnknownCodes() {
        assertThatThrownBy(() -> EnumCodes.byCode(Stage.class, 99))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Stage number 99");
    }
}
