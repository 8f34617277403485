package io.rapport.report.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rapport.report.days.SlowAnswers.Answer;
import io.rapport.web.problem.Problem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowAnswersTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger computed = new AtomicInteger();
    private SlowAnswers<String, Integer> answers = new SlowAnswers<>("test", LONG, LONG);

    @AfterEach
    void stop() {
        answers.destroy();
    }

    @Test
    void quickAnswersAreComputedEachTime() {
        assertThat(answers.find("a", computed::incrementAndGet)).isEqualTo(new Answer<>(1, false));
        assertThat(answers.find("a", computed::incrementAndGet)).isEqualTo(new Answer<>(2, false));
    }

    @Test
    void othersAreKept() {
        use(Duration.ZERO, LONG);
        assertThat(answers.find("a", computed::incrementAndGet)).isEqualTo(new Answer<>(1, false));
        assertThat(answers.find("a", computed::incrementAndGet)).isEqualTo(new Answer<>(1, false));
        assertThat(answers.find("b", computed::incrementAndGet)).isEqualTo(new Answer<>(2, false));
    }

    @Test
    void pageDoesNotWaitForASlowAnswerWhichIsComputedOnce() {
        use(Duration.ZERO, Duration.ZERO);
        var released = new CountDownLatch(1);
        for (var page = 0; page < 3; page++) {
            assertThat(answers.find("a", () -> {
                        awaitRelease(released);
                        return computed.incrementAndGet();
                    }))
                    .isEqualTo(new Answer<>(null, true));
        }
        released.countDown();
        await().until(() -> answers.find("a", computed::incrementAndGet).equals(new Answer<>(1, false)));
        assertThat(computed).hasValue(1);
    }

    @Test
    void answerIsAbsentWhileTheScoringServiceDoesNotAnswer() {
        use(Duration.ZERO, LONG);
        assertThat(answers.find("a", () -> {
                    throw Problem.unavailable("It does not answer.", Duration.ofSeconds(1));
                }))
                .isEqualTo(new Answer<>(null, false));
        assertThat(answers.find("a", computed::incrementAndGet)).isEqualTo(new Answer<>(1, false));
        assertThatThrownBy(() -> answers.find("b", () -> {
                    throw new IllegalArgumentException("a defect");
                }))
                .hasMessage("a defect");
    }

    @Test
    void moreThanCanWaitAreComputedByALaterPage() {
        use(Duration.ZERO, Duration.ZERO);
        var released = new CountDownLatch(1);
        for (var question = 0; question < 200; question++) {
            assertThat(answers.find("question " + question, () -> {
                                awaitRelease(released);
                                return computed.incrementAndGet();
                            })
                            .computing())
                    .isTrue();
        }
        released.countDown();
        await().until(() -> answers.find("question 199", () -> 199).equals(new Answer<>(199, false)));
    }

    private void use(Duration quick, Duration wait) {
        answers.destroy();
        answers = new SlowAnswers<>("test", quick, wait);
    }

    private static void awaitRelease(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
