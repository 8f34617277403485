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
                "Πού είναι η παραγγελία μου;",
                "Πότε ανοίγετε\u037E",
                "¿Dónde está mi pedido",
                "Hola ¿tienen talla 40? gracias",
                "Dónde está mi pedido",
                "いつ届きますか",
                "返品できますか。お願いします",
                "你们几点开门吗",
                "언제 오나요",
                "هل المتجر مفتوح",
                "Wann kommt mein Paket",
                "Wo bleibt meine Bestellung",
                "Pourquoi mon colis est en retard",
                "Dove posso ritirare il pacco",
                "Waar is mijn pakket",
                "Где мой заказ",
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
                "Great coffee; great people",
                "Wie schön!",
                "とても美味しかったです",
                "コーヒーが好きです。また行きます",
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
    @ValueSource(
            strings = {
                "",
                "I have moved to another street",
                "Thanks, but I need a refund",
                "thanks?",
                "Thanks, it still does not work",
                "I have asked to unsubscribe three times and you keep writing",
                "Why can't I unsubscribe?",
                "Are you out of office on Friday?",
                "Takk, men pakken er ikke kommet",
                "Danke, aber es fehlt noch ein Teil",
                "Merci mais je n'ai pas reçu le colis",
                "My order 1234"
            })
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
                "Tack så mycket, ha en bra dag!",
                "Thanks, that solved it!",
                "Thanks, the parcel arrived this morning",
                "Takk, nå virker det",
                "Danke, hat geklappt!",
                "Vielen Dank für die schnelle Hilfe",
                "Merci beaucoup pour votre réponse",
                "Muchas gracias, todo perfecto",
                "Grazie mille!",
                "ありがとうございます。助かりました",
                "谢谢你们",
                "감사합니다",
                "Спасибо большое",
                "ευχαριστώ πολύ",
                "ok",
                "OK, got it",
                "Perfect!",
                "\uD83D\uDC4D",
                "\u2764\uFE0F\uD83D\uDE4F",
                ":)"
            })
    void thanksExpectNoAnswer(String text) {
        assertThat(of(Direction.INBOUND, EngagementKind.MESSAGE, text, false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply: I am out of the office until 12 May.",
                "Automatic reply: urgent? Call +47 911 22 333.",
                "Out of Office: back on Monday",
                "I am currently out of the office with limited access to e-mail.",
                "Hello, I'm on annual leave until 3 June.",
                "Automatisk svar: Jeg er på ferie",
                "Hei! Jeg er på ferie til 1. august.",
                "Abwesenheitsnotiz: Ich bin im Urlaub",
                "Ich bin derzeit nicht im Büro.",
                "Réponse automatique : absent jusqu'au 3 mai",
                "Respuesta automática: estoy fuera de la oficina",
                "Undeliverable: Our news",
                "Mail delivery failed: returning message to sender",
                "unsubscribe",
                "Please unsubscribe me.",
                "STOP",
                "Remove me from your list",
                "Meld meg av nyhetsbrevet",
                "Bitte abmelden"
            })
    void automaticRepliesAndUnsubscribingExpectNoAnswer(String text) {
        assertThat(of(Direction.INBOUND, EngagementKind.EMAIL, text, false)).isNull();
        assertThat(of(Direction.INBOUND, EngagementKind.MESSAGE, text, true)).isNull();
    }

    @Test
    void aNegativeMessageExpectsAnAnswer() {
        assertThat(of(Direction.INBOUND, EngagementKind.MESSAGE, "Thanks for all the trouble", true))
                .isEqualTo(ConversationRole.QUESTION);
        assertThat(of(Direction.INBOUND, EngagementKind.MESSAGE, "\uD83D\uDE21", true))
                .isEqualTo(ConversationRole.QUESTION);
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
