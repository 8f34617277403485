package io.rapport.scoring.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.scoring.domain.ledger.MessageTone;
import io.rapport.scoring.domain.spread.ParentMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadSumTest {

    @Test
    void addsTheMessagesOfTheDaysThatFiguresLookBack() {
        var sum = new SpreadSum(List.of(20, 30), 5);

        IntStream.range(0, 40).mapToObj(SpreadSumTest::message).forEach(sum::add);

        assertThat(sum.sum().days()).containsExactly(16, 17, 18, 19, 20, 26, 27, 28, 29, 30);
    }

    private static ParentMessage message(int day) {
        return new ParentMessage(day, MessageTone.NEGATIVE, false, 1, 1_000, ParentMessage.NEVER);
    }
}
