package io.rapport.scoring.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.engagement.Actor;
import io.rapport.contracts.engagement.Direction;
import io.rapport.contracts.engagement.EngagementContent;
import io.rapport.contracts.engagement.EngagementKind;
import io.rapport.contracts.engagement.EngagementReceivedBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationRoleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@brand is it open on Sunday?",
                "Hi, how do I change my address",
                "When will my parcel arrive",
                "what's the opening hours",
                "hello anyone there",
                "I'm still waiting for my refund.",
                "45 minutes on hold now...",
                "Can you help me please",
                "Hei, hvor finner jeg kvitteringen",
                "Kan dere sende den på nytt",
                "Når kommer pakken min",
                "jeg venter fortsatt på svar",
                "Hvad koster det",
                "Hvornår åbner I",
                "har stadig ikke fået svar",
                "Varför får jag inget svar",
                "Hej! Hur gör man",
                "Var är mitt paket",
                "Finns det någon där",
                "几点开门？",
                "متى تفتحون؟",
                "Ինչպե՞ս",
                "see https://x.example/a?b=c. why is it so slow"
            })
    void recognisesQuestions(String text) {
        assertThat(of(Direction.INBOUND, EngagementKind.MENTION, text, false)).isEqualTo(ConversationRole.QUESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Love this place!",
                "What a day!",
                "How nice!",
                "I know what I want",
                "When I tried it, it worked",
                "Når jeg er stor, vil jeg bo her",
                "see https://x.example/a?b=c",
                "@why great coffee",
                "Best coffee in town, that is why I come back"
            })
    void recognisesStatements(String text) {
        assertThat(of(Direction.INBOUND, EngagementKind.COMMENT, text, false)).isNull();
    }

    @Test
    void aComplaintExpectsAnAnswer() {
        assertThat(of(Direction.INBOUND, EngagementKind.REVIEW, "Cold and late.", true))
                .isEqualTo(ConversationRole.QUESTION);
        assertThat(of(Direction.INBOUND, EngagementKind.REACTION, "Cold and late.", true))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I have moved to another street", "Thanks, but I need a refund", "thanks?", "ok"})
    void aDirectMessageExpectsAnAnswer(String text) {
        assertThat(of(Direction.INBOUND, EngagementKind.MESSAGE, text, false)).isEqualTo(ConversationRole.QUESTION);
        assertThat(of(Direction.INBOUND, EngagementKind.EMAIL, text, false)).isEqualTo(ConversationRole.QUESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks!",
                "Thank you so much for your help 😊",
                "thx, it works now",
                "Tusen takk for hjelpen!",
                "Tak for hjælpen",
                "Tack så mycket, ha en bra dag!"
            })
    void thanksExpectNoAnswer(String text) {
        assertThat(of(Direction.INBOUND, EngagementKind.MESSAGE, text, false)).isNull();
    }

    @Test
    void aMessageWithoutTextExpectsAnAnswer() {
        assertThat(of(Direction.INBOUND, EngagementKind.MESSAGE, null, false)).isEqualTo(ConversationRole.QUESTION);
        assertThat(of(Direction.INBOUND, EngagementKind.COMMENT, null, false)).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = EngagementKind.class,
            names = {"REPLY", "COMMENT", "MENTION", "QUOTE"})
    void recognisesPublicAnswers(EngagementKind kind) {
        assertThat(of(Direction.OUTBOUND, kind, "Why?", true)).isEqualTo(ConversationRole.PUBLIC_ANSWER);
    }

    @ParameterizedTest
    @EnumSource(
            value = EngagementKind.class,
            names = {"MESSAGE", "EMAIL", "CALL", "MEETING"})
    void recognisesPrivateAnswers(EngagementKind kind) {
        assertThat(of(Direction.OUTBOUND, kind, null, false)).isEqualTo(ConversationRole.PRIVATE_ANSWER);
    }

    @ParameterizedTest
    @EnumSource(
            value = EngagementKind.class,
            names = {"REACTION", "SHARE", "THANKS", "POST", "INTRODUCTION", "FOLLOW"})
    void recognisesWhatIsNoAnswer(EngagementKind kind) {
        assertThat(of(Direction.OUTBOUND, kind, null, false)).isNull();
    }

    @Test
    void longAndHostileTextsAreReadUpToALimit() {
        assertThat(of(Direction.INBOUND, EngagementKind.COMMENT, "a ".repeat(50_000) + "?", false))
                .isNull();
        assertThat(of(Direction.INBOUND, EngagementKind.COMMENT, "\uD83D\uDE00".repeat(5_000), false))
                .isNull();
        assertThat(of(Direction.INBOUND, EngagementKind.COMMENT, "\uD83D\u0000'''...", false))
                .isNull();
    }

    private static @Nullable ConversationRole of(
            Direction direction, EngagementKind kind, @Nullable String text, boolean complains) {
        return ConversationRole.of(
                EngagementReceivedBuilder.builder()
                        .id(DeterministicIds.engagement(new BrandKey("a", "b"), "test", "1"))
                        .agency("a")
                        .brand("b")
                        .channel("x")
                        .source("test")
                        .sourceId("1")
                        .occurredAt(Instant.EPOCH)
                        .receivedAt(Instant.EPOCH)
                        .direction(direction)
                        .kind(kind)
                        .actor(Actor.of("ada"))
                        .content(text == null ? null : EngagementContent.of(text))
                        .build(),
                complains);
    }
}
